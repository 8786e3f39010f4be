using Gouvernail.Server.People;
using Microsoft.AspNetCore.Http;

namespace Gouvernail.Server.Tests.People;

public sealed class DevicesTests
{
    private readonly Devices _devices = new([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void A_device_that_comes_back_is_known()
    {
        DeviceId device = DeviceId.Fresh();
        _devices.TryRead(_devices.Write(device), out DeviceId? again).ShouldBeTrue();
        again.ShouldBe(device);
        again!.Person.ShouldBe(device.Person);
    }

    [Fact]
    public void A_cookie_changed_in_one_sign_is_nobodys()
    {
        string text = _devices.Write(new DeviceId(new byte[16]));
        for (int i = 0; i < text.Length; i++)
        {
            string forged = text[..i] + (text[i] == 'A' ? 'Q' : 'A') + text[(i + 1)..];
            _devices.TryRead(forged, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_cookie_that_was_cut_or_is_nonsense_is_nobodys()
    {
        string text = _devices.Write(DeviceId.Fresh());
        foreach (string? wrong in (string?[])
            [null, "", text[..^1], text[..22], text + "A", new string('é', 43), new string('=', 43), " " + text[1..]])
        {
            _devices.TryRead(wrong, out _).ShouldBeFalse();
        }
    }

    [Fact]
    public void A_cookie_of_another_server_is_nobodys() =>
        new Devices(new byte[32]).TryRead(_devices.Write(DeviceId.Fresh()), out _).ShouldBeFalse();

    [Fact]
    public void A_device_gets_one_cookie_and_keeps_it()
    {
        var context = new DefaultHttpContext();
        _devices.Of(context).ShouldBeNull();
        DeviceId made = _devices.Ensure(context);
        _devices.Ensure(context).ShouldBe(made);
        _devices.Of(context).ShouldBe(made);
        string cookie = context.Response.Headers.SetCookie.ToString();
        cookie.ShouldStartWith("device=" + _devices.Write(made));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");

        var later = new DefaultHttpContext();
        later.Request.Headers.Cookie = "device=" + _devices.Write(made);
        _devices.Of(later).ShouldBe(made);
    }

    [Fact]
    public void The_key_is_made_once_and_for_its_owner_alone()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gouvernail-keys-");
        try
        {
            byte[] key = DeviceKey.ReadOrMake(folder.FullName);
            DeviceKey.ReadOrMake(folder.FullName).ShouldBe(key);
            string file = folder.GetFiles().ShouldHaveSingleItem().FullName;
            if (!OperatingSystem.IsWindows())
            {
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }

            File.WriteAllBytes(file, [1, 2, 3]);
            Should.Throw<IOException>(() => DeviceKey.ReadOrMake(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
