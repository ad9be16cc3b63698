"""How a web page looks: for a screen by day and by night, for a telephone, and for paper."""

from __future__ import annotations

from app.reports import palette

_DARK = {
    "paper": "#161B19",
    "text": "#E8ECE9",
    "muted": "#A9B3AD",
    "line": "#37403B",
    "strong": "#7D8A82",
    "sunken": "#202724",
    "accent": "#5CC4A6",
    "info": "#8DBBEE",
    "info-soft": "#1B2A3A",
    "warning": "#EBB75C",
    "warning-soft": "#362911",
}
_LIGHT = {
    "paper": palette.PAPER,
    "text": palette.TEXT,
    "muted": palette.MUTED,
    "line": palette.LINE,
    "strong": palette.LINE_STRONG,
    "sunken": palette.SUNKEN,
    "accent": palette.ACCENT,
    "info": palette.INFO,
    "info-soft": palette.INFO_SOFT,
    "warning": palette.WARNING,
    "warning-soft": palette.WARNING_SOFT,
}

_RULES = """
*{box-sizing:border-box}
html{color-scheme:light dark;font:400 1rem/1.6 "IBM Plex Sans","IBM Plex Sans Arabic","Noto Sans SC","Segoe UI",
"Noto Sans","Noto Sans Arabic","Microsoft YaHei","PingFang SC",sans-serif;background:var(--paper);color:var(--text)}
body{margin:0 auto;padding:1.5rem 1.25rem 3rem;max-width:50rem;overflow-wrap:anywhere}
body.wide{max-width:84rem}
.skip{position:absolute;inset-inline-start:-999rem}
.skip:focus{inset-inline-start:1rem;top:.5rem;padding:.5rem 1rem;
background:var(--paper);outline:2px solid var(--accent)}
a{color:var(--accent)}a:focus-visible,[tabindex]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.kicker{color:var(--accent);font-weight:600;font-size:.9rem;margin:0}
h1{font-size:2rem;line-height:1.2;margin:.4rem 0}
.subtitle{color:var(--muted);font-size:1.15rem;margin:0}
.title{border-bottom:3px solid var(--accent);padding-bottom:1rem;margin-bottom:1.5rem}
h2{font-size:1.5rem;line-height:1.25;margin:2.6rem 0 .6rem}
h3{font-size:1.15rem;line-height:1.3;margin:1.9rem 0 .5rem;color:var(--accent)}
.cover{border-top:.7rem solid var(--accent);padding-top:1rem}
.cover h1{font-size:2.6rem;line-height:1.15;margin:4.5rem 0 .6rem}
.mark{display:inline-block;min-width:1.7em;padding:0 .35em;text-align:center;font-size:.85em;
background:var(--accent);color:var(--paper);margin-inline-end:.25em}
h4{font-size:1rem;margin:1.4rem 0 .3rem}
p,ul{margin:.5rem 0 .8rem}ul{padding-inline-start:1.3rem}li::marker{color:var(--accent)}
.lead{font-size:1.15rem}.small,figcaption.small,.note{color:var(--muted);font-size:.86rem}
.code{font-size:1.5rem;font-weight:600}
.display{font-size:2rem;line-height:1.25;font-weight:600;color:var(--accent)}
.sign{font-size:1.15rem;font-weight:600;color:var(--accent)}.loud{font-size:1.45rem;line-height:1.35}
blockquote{margin:.8rem 0;padding:.5rem 1rem;background:var(--sunken);border-inline-start:3px solid var(--accent)}
blockquote p{margin:0}
.pull{background:none;border-inline-start-width:5px;font-size:1.35rem;line-height:1.42;color:var(--accent)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.2rem;margin:1.2rem 0}
.figures>div{border-top:2px solid var(--accent);padding-top:.4rem}
.figures p{margin:0;line-height:1.35}.value{font-size:1.9rem;font-weight:600;color:var(--accent)}.label{font-weight:600}
.facts{display:grid;grid-template-columns:minmax(8rem,30%) 1fr;margin:1rem 0;border-top:1px solid var(--line)}
.facts>*{margin:0;padding:.35rem .5rem;border-bottom:1px solid var(--line)}
.facts dt{color:var(--muted);font-size:.92rem}
.compact{grid-template-columns:repeat(3,1fr)}.compact>div{padding:.35rem .5rem}.compact dd{margin:0}
.compact dt{font-size:.82rem}.compact .long{grid-column:1/-1;display:grid;grid-template-columns:30% 1fr}
.notice{margin:1rem 0;padding:.7rem 1rem;background:var(--sunken);border-inline-start:4px solid var(--strong)}
.notice p{margin:0}.notice .label+p{margin-top:.2rem}
.notice.info{background:var(--info-soft);border-color:var(--info)}
.notice.warning{background:var(--warning-soft);border-color:var(--warning)}
.scroll{overflow-x:auto;margin:1rem 0}.scroll table{overflow-wrap:break-word}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;font-weight:600;padding:.3rem 0;font-size:1rem}
th,td{padding:.4rem .6rem;text-align:start;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{background:var(--sunken);color:var(--muted);font-size:.85rem;border-bottom:1px solid var(--strong)}
.number{text-align:end;font-variant-numeric:tabular-nums}
.chart{margin:1.2rem 0}.chart>figcaption{font-weight:600}
.chart table{table-layout:fixed}.chart th,.chart td{border:0;padding:.2rem .3rem;vertical-align:middle}
.chart th{font-weight:400;width:32%}.chart .words{width:30%}.chart .none{color:var(--muted)}
svg{display:block;width:100%;height:.8rem;overflow:visible}[dir=rtl] svg{transform:scaleX(-1)}
.parts{display:flex;flex-wrap:wrap;gap:0 .8rem;color:var(--muted);font-size:.78rem}
.key svg,.parts svg{display:inline-block;width:.9rem;height:.9rem;vertical-align:-.1rem;margin-inline-end:.15rem}
.key .hatch{stroke-width:1.5}.parts svg{width:.6rem;height:.6rem;vertical-align:0}
.key{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;color:var(--muted);font-size:.86rem}
.bar{fill:var(--accent)}.line{stroke:var(--line);stroke-width:1}.tick{stroke:var(--strong);stroke-width:1}
[dir] svg.ticks{height:auto;transform:none;fill:var(--muted);font-size:18px}
.hatch{stroke:var(--strong);stroke-width:.7;fill:none}.ground{fill:var(--sunken)}.dim{fill:var(--line)}
.edge{fill:none;stroke:var(--strong)}.ink{fill:var(--text)}.bow{fill:none;stroke:var(--text);stroke-width:1.2}
.coverage table{table-layout:fixed;min-width:44rem;border-spacing:2px;border-collapse:separate}
.coverage th,.coverage td{border:0;padding:0;text-align:center;font-size:.78rem;height:1.6rem;vertical-align:middle}
.coverage th[scope=row],.coverage thead td{width:20%;text-align:start;font-size:.86rem;font-weight:400}
.strip table{min-width:36rem}.coverage td svg{width:100%;height:1.5rem}
[dir] svg.map{height:auto;transform:none}.map text{text-anchor:middle;font-size:13px}
.f-none{fill:none}.f-surface{fill:var(--paper)}.f-sunken{fill:var(--sunken)}.f-text{fill:var(--text)}
.e-line{stroke:var(--line)}.e-line-strong{stroke:var(--strong)}.e-text{stroke:var(--text)}
.map path{stroke-linejoin:round}
.photo{margin:1.2rem 0}.photo img{max-width:100%;height:auto;display:block}
.qr svg{width:11rem;height:11rem;background:#FFFFFF;transform:none}
.numbered{columns:3 9rem;padding-inline-start:2.2rem}
nav ul{list-style:none;padding:0;margin:0}nav ul ul{padding-inline-start:1.2rem}nav li{margin:.25rem 0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem}.pair>*{min-width:0}
article+article{border-top:3px solid var(--accent);margin-top:3rem;padding-top:1.5rem}
.foot{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--line);color:var(--muted);font-size:.86rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:40rem){.pair,.facts,.compact .long{grid-template-columns:1fr}.facts dt{border:0;padding-bottom:0}}
@media print{html{font-size:9.5pt}body{max-width:none;padding:0}.skip{display:none}.scroll{overflow:visible}
h2,h3,h4,caption,figcaption{break-after:avoid}tr,.notice,.figures,.photo,.chart{break-inside:avoid}
thead{display:table-header-group}.breaks{break-before:page}.coverage table{min-width:0}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}@page{margin:18mm 16mm}}
"""


def sheet() -> str:
    """The whole style sheet."""
    shades = "".join(
        f".s{step}{{background:{shade};fill:{shade};color:{ink}}}"
        for step, (shade, ink) in enumerate(zip(palette.SHADES, palette.SHADE_INKS, strict=True))
    )
    return (
        f"{_variables(':root', _LIGHT)}@media (prefers-color-scheme:dark){{{_variables(':root', _DARK)}}}"
        f"@media print{{{_variables(':root', _LIGHT)}}}{_RULES}{shades}"
    )


def _variables(where: str, colours: dict[str, str]) -> str:
    return f"{where}{{{''.join(f'--{name}:{colour};' for name, colour in colours.items())}}}"
