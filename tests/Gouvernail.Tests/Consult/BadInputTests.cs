using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gouvernail.Consult;

namespace Gouvernail.Tests.Consult;

public sealed class BadInputTests
{
    private const string Header = "participant,statement,vote\n";

    [Theory]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("", "an empty field")]
    [InlineData("2", "\"2\"")]
    [InlineData("-2", "\"-2\"")]
    [InlineData("agree", "\"agree\"")]
    [InlineData(" 1", "\" 1\"")]
    [InlineData("\u001b[2J", "\"\\u{001B}[2J\"")]
    [InlineData("12345678901234567890123456789012345678901234567890", "\"1234567890123456789012345678901234567890…\"")]
    public void Anything_that_is_not_a_vote_is_named_with_its_line_and_column(string vote, string found)
    {
        Reading reading = Desk.Read($"{Header}a,s,1\nb,s,{vote}\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 3, 3));
        reading.Problem!.Found.English.ShouldBe(found);
        reading.Problem.Expected.English.ShouldContain("1, 0 or -1");
    }

    [Theory]
    [InlineData("a,s\n", 2, "a row of 2 fields")]
    [InlineData("a,s,1,1\n", 2, "a row of 4 fields")]
    [InlineData("a,s,1\n\nb,s,1\n", 3, "a blank line")]
    [InlineData("a,s,1\nb,", 3, "a row of 2 fields")]
    public void A_row_of_another_width_is_refused(string rows, long line, string found)
    {
        Reading reading = Desk.Read(Header + rows);
        Desk.Place(reading).ShouldBe(("votes.csv", line, 0));
        reading.Problem!.Found.English.ShouldBe(found);
    }

    [Theory]
    [InlineData("a,s,\"1\nb,s,1\n", 2, 3, "never closed")]
    [InlineData("\"a\",s,1\nc,\"s,\n1\n", 3, 2, "never closed")]
    [InlineData("a,s\"t,1\n", 2, 2, "middle of a field")]
    [InlineData("\"a\"b,s,1\n", 2, 1, "after a closing quote")]
    [InlineData("\"a\n\"\"\nb\",s\"t,1\n", 4, 2, "middle of a field")]
    public void A_quote_out_of_place_is_refused_where_it_stands(string rows, long line, int column, string found)
    {
        Reading reading = Desk.Read("participant,statement,vote\n" + rows);
        Desk.Place(reading).ShouldBe(("votes.csv", line, column));
        reading.Problem!.Found.English.ShouldContain(found);
    }

    [Fact]
    public void Line_ends_inside_quotes_count_as_lines()
    {
        Reading reading = Desk.Read("participant,note,statement,vote\na,\"x\ny\r\nz\",s,1\nb,\"\n\",s,no\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 6, 4));
    }

    [Theory]
    [InlineData(",s,1\n", 1)]
    [InlineData("a,,1\n", 2)]
    [InlineData("a\tb,s,1\n", 1)]
    [InlineData("a,s\u0085,1\n", 2)]
    public void An_id_that_is_empty_or_has_control_characters_is_refused(string row, int column) =>
        Desk.Place(Desk.Read(Header + row)).ShouldBe(("votes.csv", 2, column));

    [Fact]
    public void An_id_may_have_256_bytes_and_no_more()
    {
        Desk.Read($"{Header}{new string('é', 128)},s,1\n").IsRead.ShouldBeTrue();
        Desk.Place(Desk.Read($"{Header}{new string('é', 128)}x,s,1\n")).ShouldBe(("votes.csv", 2, 1));
    }

    [Fact]
    public void Missing_columns_are_named_with_those_that_are_there()
    {
        Reading reading = Desk.Read("who,statement,vote\na,s,1\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Found.English.ShouldBe("the columns who, statement, vote");
        reading.Problem.Expected.English.ShouldContain("participant or voter-id");
    }

    [Fact]
    public void A_column_named_twice_is_refused() =>
        Desk.Place(Desk.Read("participant,statement,vote,vote\n")).ShouldBe(("votes.csv", 1, 4));

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_refused(string text)
    {
        Reading reading = Desk.Read(text);
        Desk.Place(reading).ShouldBe(("votes.csv", 0, 0));
        reading.Problem!.Found.English.ShouldBe("the file is empty");
    }

    [Theory]
    [InlineData("utf-16", "UTF-16")]
    [InlineData("utf-16BE", "UTF-16")]
    [InlineData("utf-32", "UTF-32")]
    public void Another_Unicode_encoding_is_refused_with_the_way_out(string encoding, string name)
    {
        Encoding other = Encoding.GetEncoding(encoding);
        Reading reading = Desk.Read([.. other.GetPreamble(), .. other.GetBytes(Header)]);
        Desk.Place(reading).ShouldBe(("votes.csv", 1, 0));
        reading.Problem!.Expected.English.ShouldContain($"iconv -f {name}");
    }

    [Fact]
    public void UTF_16_without_a_mark_is_known_by_its_zero_bytes()
    {
        Reading reading = Desk.Read(Encoding.Unicode.GetBytes(Header));
        reading.Problem!.Line.ShouldBe(1);
        reading.Problem.Expected.English.ShouldContain("iconv -f UTF-16");
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_with_their_line()
    {
        Reading reading = Desk.Read([.. Encoding.UTF8.GetBytes(Header + "é,s,1\n\"a\nb"), 0xE9, .. "\",s,1\n"u8]);
        Desk.Place(reading).ShouldBe(("votes.csv", 4, 1));
        reading.Problem!.Found.English.ShouldContain("0xE9");
    }

    [Fact]
    public void A_wrong_vote_is_told_before_wrong_bytes_further_down() =>
        Desk.Place(Desk.Read([.. Encoding.UTF8.GetBytes(Header + "a,s,7\na,s,"), 0xFF])).ShouldBe(("votes.csv", 2, 3));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_field_longer_than_a_mebibyte_is_refused(bool quoted)
    {
        string quote = quoted ? "\"" : "";
        Reading Long(int length) => Desk.Read(
            $"participant,note,statement,vote\na,x,s,1\nb,{quote}{new string('x', length)}{quote},s,1\n");
        Long(1 << 20).IsRead.ShouldBeTrue();
        Desk.Place(Long((1 << 20) + 1)).ShouldBe(("votes.csv", 3, 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_line_longer_than_16_mebibytes_is_refused(bool quoted)
    {
        var line = new StringBuilder(quoted ? "\"x\"" : "x");
        while (line.Length <= 16 << 20)
        {
            line.Append(',').Append('x', 1000);
        }

        Reading reading = Desk.Read($"{Header}{line}\n");
        Desk.Place(reading).ShouldBe(("votes.csv", 2, 0));
        reading.Problem!.Found.English.ShouldContain("longer than 16777216 bytes");
    }

    [Fact]
    public void A_time_that_is_not_a_whole_number_is_refused() =>
        Desk.Place(Desk.Read("participant,statement,vote,timestamp\na,s,1,yesterday\n"))
            .ShouldBe(("votes.csv", 2, 4));

    [Fact]
    public void More_votes_than_can_be_counted_are_refused()
    {
        using Desk desk = new Desk().With("v.csv", Header + "a,s,1\nb,s,1\nc,s,1\n");
        Reading reading = ConversationReader.Read(
            desk["v.csv"], new ReadOptions(), new ReadLimits { Events = 2 }, TestContext.Current.CancellationToken);
        Desk.Place(reading).ShouldBe(("v.csv", 4, 0));
    }

    [Theory]
    [InlineData("participant,n-votes,s\na,1,1\na,1,1\n", 3, 1)]
    [InlineData("participant,n-votes,s,s\na,1,1,1\n", 1, 4)]
    [InlineData("participant,n-votes,s\na,1,NaN\n", 2, 3)]
    [InlineData("participant,n-votes,s,\na,1,1,\n", 1, 4)]
    public void A_matrix_with_a_repeat_or_a_wrong_cell_is_refused(string text, long line, int column) =>
        Desk.Place(Desk.Read(text)).ShouldBe(("votes.csv", line, column));

    [Theory]
    [InlineData("comment-id,comment-body\n1,a\n1,b\n", 3, 1)]
    [InlineData("comment-id,comment-body,moderated\n1,\"a\nb\",2\n", 3, 3)]
    [InlineData("comment-id,comment-body,is-meta\n1,a,maybe\n", 2, 3)]
    [InlineData("comment-id,comment-body,timestamp\n1,a,now\n", 2, 3)]
    [InlineData("comment-id\n1\n", 1, 0)]
    [InlineData("", 0, 0)]
    public void A_wrong_file_of_statements_is_refused(string text, long line, int column)
    {
        using Desk desk = new Desk().With("votes.csv", Header).With("comments.csv", text);
        Desk.Place(Desk.ReadAt(desk.Folder)).ShouldBe(("comments.csv", line, column));
    }

    [Fact]
    public void A_path_that_leads_nowhere_is_a_problem_and_not_an_exception()
    {
        using Desk desk = new Desk().With("notes.txt", "x");
        Desk.ReadAt(desk["absent"]).Problem!.Found.English.ShouldBe("no such file or folder");
        Desk.ReadAt("").Problem!.Found.English.ShouldBe("no such file or folder");
        Desk.ReadAt("a\0b").Problem!.Found.English.ShouldBe("no such file or folder");
        Desk.ReadAt(desk.Folder).Problem!.Found.English.ShouldBe("no file of votes");
    }

    [Fact]
    public void No_bytes_whatever_make_the_reader_throw()
    {
        byte[] good = Encoding.UTF8.GetBytes(
            "participant,statement,vote,timestamp\r\n\"a\"\"é\",7,1,5\nb,\"s,\n\",-1,6\n");
        Gen<byte> any = Gen.Elements<byte>([.. "\",\n\r\01-#"u8, 0xFF, 0xC3, 0x80]);
        var change = Gen.Choose(0, good.Length - 1).Zip(any).ListOf();
        using var desk = new Desk();
        Prop.ForAll(change.ToArbitrary(), Gen.Choose(0, good.Length).ToArbitrary(), (changes, length) =>
        {
            byte[] bytes = [.. good];
            foreach ((int at, byte value) in changes)
            {
                bytes[at] = value;
            }

            Reading reading = Desk.ReadAt(desk.With("v.csv", bytes[..length])["v.csv"]);
            return reading.IsRead ? reading.Conversation.Votes.VoteCount <= 4 : reading.Problem.ToString().Length > 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
