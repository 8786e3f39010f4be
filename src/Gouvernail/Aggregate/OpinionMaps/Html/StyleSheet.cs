namespace Gouvernail.Aggregate.OpinionMaps.Html;

/// <summary>The page's style sheet.</summary>
internal static class StyleSheet
{
    // Group colours are those of Okabe and Ito (2008), darkened on paper where 3:1 asks for it.
    private const string Sheet = """
        :root{--paper:#fdfcf9;--card:#fff;--ink:#1b2127;--soft:#4d565f;--line:#d9d6cd;--accent:#0b4f7a;
        --c0:#0072b2;--c1:#c85200;--c2:#00805d;--c3:#a8437f;--c4:#6b5b00;--none:#8b8d90}
        @media (prefers-color-scheme:dark){:root{--paper:#14181c;--card:#1b2026;--ink:#eceae4;--soft:#b3bac1;
        --line:#3a424a;--accent:#8cc8f0;--c0:#56b4e9;--c1:#e69f00;--c2:#2fc79b;--c3:#e08fbd;--c4:#f0e442;
        --none:#7c848c}}
        *{box-sizing:border-box}
        html{scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        @media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",
        Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:anywhere}
        header,nav,main,footer{max-width:52rem;margin:0 auto;padding:0 1rem}
        header{padding-top:2.5rem}
        h1,h2,h3{font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif","Liberation Serif",serif;
        line-height:1.2;font-weight:700;text-wrap:balance}
        h1{font-size:clamp(1.75rem,1.2rem + 2.6vw,2.75rem);margin:.25rem 0 1rem}
        h2{font-size:1.65rem;margin:0 0 .75rem}
        h3{font-size:1.25rem;margin:2rem 0 .25rem;display:flex;align-items:center;gap:.6rem}
        p{margin:0 0 1rem;max-width:42rem}
        a{color:var(--accent);text-underline-offset:.15em}
        :focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
        .skip{position:absolute;left:-999rem}
        .skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:1}
        .kind{margin:0;color:var(--soft);font-size:.9rem;letter-spacing:.06em;text-transform:uppercase}
        .about,.sub,.said a,.nums,.barkey,figcaption,footer{color:var(--soft)}
        .lead{font-size:1.2rem;line-height:1.5}
        .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.25rem,1fr));gap:1rem;margin:1.5rem 0;
        padding:1rem 0;border:solid var(--line);border-width:1px 0}
        .figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .figures dt{color:var(--soft);font-size:.9rem;line-height:1.35}
        .figures dd{margin:0;font-size:1.65rem;white-space:nowrap;font-weight:700;line-height:1.2;
        font-variant-numeric:tabular-nums}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;margin:0;padding:0}
        nav a{display:inline-block;padding:.3rem 0}
        section{margin-top:2.5rem;padding-top:2.25rem;border-top:1px solid var(--line);scroll-margin-top:1rem}
        figure{margin:0}
        .map>svg{display:block;width:100%;height:auto;background:var(--card);border:1px solid var(--line);
        border-radius:.5rem}
        .g0{--c:var(--c0)}.g1{--c:var(--c1)}.g2{--c:var(--c2)}.g3{--c:var(--c3)}.g4{--c:var(--c4)}.all{--c:var(--ink)}
        .hull{fill:var(--c);fill-opacity:.07;stroke:var(--c);stroke-width:3.5;stroke-linejoin:round}
        .hull.g1{stroke-dasharray:16 9}
        .hull.g2{stroke-dasharray:.1 9;stroke-linecap:round;stroke-width:5}
        .hull.g3{stroke-dasharray:22 8 4 8}
        .hull.g4{stroke-dasharray:40 8}
        .dots{fill:none;stroke:var(--c);stroke-linecap:round}
        .dots.g1,.dots.g2,.dots.g3{fill:var(--c);stroke:none}
        .dots.none{stroke:var(--none)}
        .letter circle{fill:var(--card);stroke:var(--c);stroke-width:4}
        .letter text{fill:var(--ink);font:700 40px system-ui,sans-serif;text-anchor:middle}
        figcaption{padding-top:.75rem;font-size:.95rem}
        .key{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;list-style:none;margin:0 0 .75rem;padding:0}
        .key li{display:flex;align-items:center;gap:.5rem}
        .mark{width:46px;height:24px;flex:none}
        .mark.one{width:24px}
        .mark .hull{stroke-width:2}
        .mark .hull.g1{stroke-dasharray:7 4}
        .mark .hull.g2{stroke-dasharray:.1 4.5;stroke-width:2.5}
        .mark .hull.g3{stroke-dasharray:9 3 2 3}
        .mark .hull.g4{stroke-dasharray:16 4}
        .chip{display:inline-block;min-width:1.9em;padding:0 .35em;border:2px solid var(--c);border-radius:.3em;
        text-align:center;line-height:1.5;color:var(--ink);font-family:system-ui,sans-serif}
        .g1 .chip{border-style:dashed}.g2 .chip{border-style:dotted}.g3 .chip{border-style:double;border-width:4px}
        .cards{list-style:none;margin:1rem 0;padding:0}
        ol.cards{counter-reset:n}
        .cards>li{margin:0 0 .75rem;padding:1rem;background:var(--card);border:1px solid var(--line);
        border-radius:.5rem}
        ol.cards>li{counter-increment:n;position:relative;padding-left:2.75rem}
        ol.cards>li::before{content:counter(n);position:absolute;left:1rem;color:var(--soft);font-weight:700}
        .head{margin:0 0 .15rem;font-weight:700}
        .said{margin:0 0 .5rem;font-family:Charter,"Bitstream Charter","Sitka Text",Cambria,"Noto Serif",
        "Liberation Serif",serif;font-size:1.125rem}
        .said a{font:.875rem system-ui,sans-serif;white-space:nowrap}
        .bars{list-style:none;margin:0;padding:0}
        .bars li{display:grid;grid-template-columns:3rem 1fr;gap:.1rem .5rem;align-items:center;margin-top:.5rem}
        .bars .chip{font-size:.875rem;padding:0;grid-row:span 2;min-width:0}
        .nums{font-size:.9rem;font-variant-numeric:tabular-nums;line-height:1.4}
        .bar{position:relative;height:1.1rem;border:1px solid var(--c);border-radius:2px;margin-bottom:7px;
        background:linear-gradient(var(--c) 0 0) 0/var(--a) 100% no-repeat,
        repeating-linear-gradient(135deg,var(--c) 0 2px,transparent 2px 6px) 0/calc(var(--a) + var(--d)) 100% no-repeat}
        .bar::after{content:"";position:absolute;left:-1px;bottom:-7px;height:3px;width:var(--s);background:var(--soft)}
        .barkey{display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.95rem;align-items:center}
        .barkey i{display:inline-block;width:1.75rem;height:.9rem;border:1px solid var(--c);vertical-align:-.1rem}
        .barkey .sa{background:var(--c)}
        .barkey .sd{background:repeating-linear-gradient(135deg,var(--c) 0 2px,transparent 2px 6px)}
        .barkey .sc{height:3px;border:0;background:var(--soft);vertical-align:.25rem}
        .score{margin:.25rem 0 .75rem;font-size:.95rem}
        .iv{display:block;position:relative;height:1.1rem;margin:0 6px .1rem;
        background:linear-gradient(var(--soft) 0 0) 0 50%/100% 1px no-repeat,
        repeating-linear-gradient(90deg,var(--soft) 0 1px,transparent 1px calc(25% - .25px))}
        .iv::before{content:"";position:absolute;left:var(--l);width:calc(var(--h) - var(--l));top:calc(50% - 3px);
        height:6px;background:var(--accent)}
        .iv::after{content:"";position:absolute;left:calc(var(--v) - 6px);top:calc(50% - 6px);width:12px;height:12px;
        border-radius:50%;background:var(--card);border:3px solid var(--accent)}
        details{margin:1rem 0}
        summary{cursor:pointer;padding:.3rem 0;color:var(--accent);font-weight:600}
        .scroll{overflow-x:auto;max-width:100%}
        table{min-width:min(100%,24rem);border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
        caption{text-align:left;padding:.5rem 0;color:var(--soft)}
        th,td{padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;
        overflow-wrap:normal}
        td bdi{display:block;min-width:14rem}
        .long{overflow-wrap:anywhere}
        .steps li{margin-bottom:.5rem;max-width:42rem}
        footer{margin:3rem auto 0;padding-top:1rem;padding-bottom:3rem;border-top:1px solid var(--line);font-size:.9rem}
        .bar,.iv,.barkey i,.hull,.dots{print-color-adjust:exact;
        -webkit-print-color-adjust:exact;forced-color-adjust:none}
        @media print{@page{size:A4;margin:16mm}
        :root{--paper:#fff;--card:#fff;--ink:#000;--soft:#333;--line:#aaa;--accent:#000;--c0:#0072b2;--c1:#c85200;
        --c2:#00805d;--c3:#a8437f;--c4:#6b5b00;--none:#8b8d90}
        table,th,td,caption{overflow-wrap:anywhere}td bdi{min-width:0}
        html{font-size:9.5pt}nav,.skip,summary{display:none}header,main,footer{max-width:none;padding:0}
        h1{font-size:22pt}.map>svg{max-height:105mm}p,.steps li{max-width:none}
        .cards{display:grid;grid-template-columns:1fr 1fr;gap:3mm;align-items:start}
        .cards>li{margin:0;padding:3mm}ol.cards>li{padding-left:9mm}ol.cards>li::before{left:3mm}
        .nums,table{font-size:8pt}th,td{padding:.1rem .5rem .1rem 0}
        .votes{columns:2;column-gap:8mm}.votes table{width:100%}
        details::details-content{content-visibility:visible;block-size:auto}
        a{color:inherit;text-decoration:none}.scroll{overflow:visible}
        section{margin-top:1rem;padding-top:1rem}
        h2,h3,.head,.sub,caption,thead,section>p{break-after:avoid}
        .cards>li,figure,tr,#map table{break-inside:avoid}thead{display:table-header-group}}

        """;

    /// <summary>Writes the style sheet.</summary>
    public static void Style(this Markup page) => page.Trusted(Sheet);
}
