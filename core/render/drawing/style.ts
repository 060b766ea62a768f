/** The style of drawings. A page sets the colours; a drawing on its own has both themes. */

export const drawingStyle = `
.atlas-drawing{overflow:visible;max-width:100%;height:auto;font:12px/1.2 system-ui,sans-serif;fill:var(--drawing-text,#22303a)}
.atlas-drawing .name{font-weight:600;fill:var(--drawing-strong,#10202b)}
.atlas-drawing .faint{font-size:10.5px;fill:var(--drawing-faint,#52616b)}
.atlas-drawing .accent{font-size:11px;fill:var(--drawing-accent,#0e6170)}
.atlas-drawing .ports{font-size:11px;font-variant-numeric:tabular-nums}
.atlas-drawing .cause{font-size:11px;font-weight:600}
.atlas-drawing .network{fill:none;stroke:var(--drawing-line,#b9c4cb);stroke-dasharray:5 4}
.atlas-drawing .subnet{fill:var(--drawing-subnet,#e0eff1);stroke:var(--drawing-accent,#0e6170)}
.atlas-drawing .gate{fill:var(--drawing-accent,#0e6170)}
.atlas-drawing .firewall{fill:var(--drawing-open-back,#fdeec6);stroke:var(--drawing-open,#7a5300)}
.atlas-drawing .wall{font-size:10.5px;font-weight:600;fill:var(--drawing-open,#7a5300)}
.atlas-drawing .box{fill:var(--drawing-back,#fff);stroke:var(--drawing-line,#b9c4cb)}
.atlas-drawing .flow{--state:var(--drawing-good,#1c7040);text-decoration:none}
.atlas-drawing [data-state=STOPPED]{--state:var(--drawing-bad,#b3231b)}
.atlas-drawing [data-state=PARTLY],.atlas-drawing [data-state=UNDECIDED]{--state:var(--drawing-open,#7a5300)}
.atlas-drawing .line,.atlas-drawing .cross,.atlas-drawing .lost{fill:none;stroke:var(--state);stroke-width:1.6}
.atlas-drawing .open{stroke-dasharray:6 4}
.atlas-drawing .lost{stroke-dasharray:2 4}
.atlas-drawing .cross{stroke-width:2.8;stroke-linecap:round}
.atlas-drawing [data-state=STOPPED] .line{stroke-width:2.6}
.atlas-drawing .head{fill:var(--state)}
.atlas-drawing .cause{fill:var(--state)}
.atlas-drawing [data-state=STOPPED] .box{fill:var(--drawing-bad-back,#fdeceb);stroke:var(--state);stroke-width:1.6}
.atlas-drawing [data-state=STOPPED] .name{fill:var(--drawing-bad,#b3231b)}
.atlas-drawing [data-state=PARTLY] .box,.atlas-drawing [data-state=UNDECIDED] .box{stroke:var(--state);stroke-dasharray:6 4}
.atlas-drawing a:hover .box,.atlas-drawing a:focus-visible .box,.atlas-drawing .flow[data-selected] .box{stroke:var(--drawing-accent,#0e6170);stroke-width:2.4}
.atlas-drawing a:focus-visible{outline:none}
.atlas-drawing .allow{fill:var(--drawing-good,#1c7040)}
.atlas-drawing .deny{fill:var(--drawing-bad,#b3231b)}
.atlas-drawing .closed{fill:var(--drawing-faint,#52616b)}
.atlas-drawing .undecided{fill:var(--drawing-open,#7a5300)}
.atlas-drawing .hidden{fill:none;stroke:var(--drawing-faint,#52616b);stroke-dasharray:3 2}
.atlas-drawing .rail{stroke:var(--drawing-line,#b9c4cb)}
.atlas-drawing .unseen{fill-opacity:0;font-size:1px}
.atlas-drawing .struck{text-decoration:line-through}
`;

const dark = `@media (prefers-color-scheme:dark){.atlas-drawing{background:#10181d;--drawing-text:#c9d4da;--drawing-strong:#fff;--drawing-faint:#9aa9b2;--drawing-accent:#6fc7d6;--drawing-line:#4b5962;--drawing-subnet:#0d333b;--drawing-back:#10181d;--drawing-good:#6fce92;--drawing-bad:#ff9d92;--drawing-bad-back:#46150f;--drawing-open:#f2c25d;--drawing-open-back:#3a2b05}}
`;

const ladderClasses = 'faint ports rule struck rail hidden allow deny closed undecided'.split(' ');

/** The part of the style that the ladder of a file needs, as an element. */
export const ladderStyle: string = `<style>${drawingStyle
  .split('\n')
  .filter((line) => {
    const [selector = ''] = line.split('{');
    const [first, ...classes] = selector.match(/(?<=\.)[a-z-]+/g) ?? [];
    const isOfParts = /data-state| a:/.test(selector);
    return first && !isOfParts && classes.every((name) => ladderClasses.includes(name));
  })
  .join('')}${dark.trim()}</style>`;

/** A drawing as a file of its own. */
export const withStyle = (svg: string): string =>
  svg.replace(/^<svg[^>]*>/, (start) => `${start}<style>${drawingStyle}${dark}</style>`);
