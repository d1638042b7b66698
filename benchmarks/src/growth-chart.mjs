// What operations cost among more and more people, as a picture: docs/growth.svg.

const WIDTH = 840
const HEIGHT = 340
const LEFT = 64
const RIGHT = 370
const TOP = 44
const BOTTOM = 48
const LABEL = 17
const WISHED = 1.5
const FEWEST = '10,000 people'

/**
 * @param {{ what: string, sides: Record<string, { median: number }> }[]} lines of the row `million`; those that compare
 *   with 10,000 people are drawn, each by its cost there
 * @param {string} machine what they were measured on
 * @returns {string} an SVG that follows the reader's light or dark theme
 */
export function growthChart(lines, machine) {
  const grown = lines
    .filter(({ sides }) => sides[FEWEST])
    .map(({ what, sides: { ours, [FEWEST]: fewest, ...between } }) => ({
      name: what.replace(/^.*: /, ''),
      shares: [fewest, ...Object.values(between), ours].map(({ median }) => median / fewest.median),
      fewest: fewest.median,
      most: ours.median,
    }))
  const highest = Math.max(2, ...grown.flatMap(({ shares }) => shares.map(Math.ceil)))
  const counts = ['10,000', '100,000', '1,000,000']
  const x = (index) => LEFT + (index * (WIDTH - LEFT - RIGHT)) / (counts.length - 1)
  const y = (share) => HEIGHT - BOTTOM - (share / highest) * (HEIGHT - TOP - BOTTOM)
  const places = apart(grown.map(({ shares }) => y(shares.at(-1))))
  const grid = Array.from({ length: highest + 1 }, (_, share) => share).map(
    (share) => `<line class="grid" x1="${LEFT}" x2="${x(2)}" y1="${y(share)}" y2="${y(share)}"/>
<text class="quiet" x="${LEFT - 10}" y="${y(share) + 4}" text-anchor="end">${share}×</text>`,
  )
  const ticks = counts.map(
    (count, index) =>
      `<text class="quiet" x="${x(index)}" y="${HEIGHT - BOTTOM + 22}" text-anchor="middle">${count}</text>`,
  )
  const series = grown.map(({ name, shares, fewest, most }, index) => {
    const points = shares.map((share, at) => `${round(x(at))},${round(y(share))}`)
    const dots = points.map((point) => {
      const [cx, cy] = point.split(',')
      return `<circle cx="${cx}" cy="${cy}" r="3.5"/>`
    })
    return `<g class="s${index}"><polyline points="${points.join(' ')}"/>${dots.join('')}
<line x1="${x(2) + 6}" y1="${round(y(shares.at(-1)))}" x2="${x(2) + 20}" y2="${round(places[index])}"/>
<text x="${x(2) + 26}" y="${round(places[index] + 4)}">${name} <tspan class="quiet">${shown(fewest)} → ${shown(most)} ms</tspan></text></g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
<title id="title">Cost of operations among 10,000, 100,000 and 1,000,000 people on SQLite, by the cost among 10,000</title>
<style>
text { font: 12px system-ui, sans-serif; fill: #1f2328 }
.head { font-weight: 600; font-size: 13px }
.quiet { fill: #59636e }
.grid { stroke: #d1d9e0 }
.wished { stroke: #59636e; stroke-dasharray: 4 4 }
polyline { fill: none; stroke-width: 2 }
${COLOURS.map(([light], index) => colour(index, light)).join('\n')}
@media (prefers-color-scheme: dark) {
text { fill: #f0f6fc } .quiet { fill: #9198a1 } .grid { stroke: #3d444d } .wished { stroke: #9198a1 }
${COLOURS.map(([, dark], index) => colour(index, dark)).join('\n')}
}
</style>
<text class="head" x="${LEFT}" y="20">Cost among more people, by the cost among 10,000</text>
<text class="quiet" x="${WIDTH - 8}" y="20" text-anchor="end">SQLite, ${machine}</text>
${grid.join('\n')}
<line class="wished" x1="${LEFT}" x2="${x(2)}" y1="${y(WISHED)}" y2="${y(WISHED)}"/>
<text class="quiet" x="${LEFT + 6}" y="${y(WISHED) - 6}">wished: at most ${WISHED}×</text>
${ticks.join('\n')}
${series.join('\n')}
</svg>
`
}

/** Told apart by people who see colours differently, too (Okabe and Ito), a little lighter on dark ground. */
const COLOURS = [
  ['#0072b2', '#56b4e9'],
  ['#d55e00', '#f0883e'],
  ['#009e73', '#3fb950'],
  ['#a0457f', '#d991bd'],
  ['#8a6d00', '#e6c229'],
  ['#57606a', '#adb5bd'],
]

const colour = (index, value) =>
  `.s${index} polyline, .s${index} line { stroke: ${value} } .s${index} circle { fill: ${value} }`

/** The same heights, moved until labels there do not overlap. */
function apart(heights) {
  const order = heights.map((height, index) => ({ height, index })).toSorted((a, b) => a.height - b.height)
  for (let index = 1; index < order.length; index += 1) {
    order[index].height = Math.max(order[index].height, order[index - 1].height + LABEL)
  }
  const moved = order.reduce((sum, { height, index }) => sum + height - heights[index], 0) / order.length
  const placed = []
  for (const { height, index } of order) placed[index] = height - moved
  return placed
}

const round = (number) => Math.round(number * 10) / 10

const shown = (milliseconds) => milliseconds.toLocaleString('en-GB', { maximumSignificantDigits: 2 })
