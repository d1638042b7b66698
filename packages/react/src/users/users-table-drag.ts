import { bounded } from './users-table-layout.ts'
import { SERVING_WIDTH } from './users-table-parts.ts'

/** Pixels a pointer must go before a press on a head is a drag. */
const SLACK = 6

/**
 * Sizes a column while a pointer is dragged: only its `<col>` and the width of the table change, no row is drawn again.
 * Every other column keeps the width it has. Tells the width when the pointer is let go; Escape takes it back.
 */
export function dragWidth(head: HTMLElement, from: number, dir: 'ltr' | 'rtl', onDone: (width: number) => void) {
  const table = head.closest('table')
  const columns = [...(table?.querySelectorAll<HTMLElement>('col[data-column]') ?? [])]
  const own = columns.find((column) => column.dataset.column === head.dataset.column)
  if (!table || !own) return
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')]
  const before = [table, ...columns].map((element) => element.style.cssText)
  const start = head.offsetWidth
  let width = start
  let frame = 0

  for (const column of columns) {
    const other = heads.find((each) => each.dataset.column === column.dataset.column)
    if (other) column.style.inlineSize = `${other.offsetWidth}px`
  }
  const others = heads.reduce((sum, each) => sum + (isServing(each) ? SERVING_WIDTH : each.offsetWidth), -start)
  const draw = () => {
    own.style.inlineSize = `${width}px`
    table.style.setProperty('--rc-users-width', `${others + width}px`)
  }

  head.dataset.state = 'sizing'
  follow({
    move(event) {
      width = bounded(start + (event.clientX - from) * (dir === 'rtl' ? -1 : 1))
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    },
    end(done) {
      cancelAnimationFrame(frame)
      delete head.dataset.state
      if (done && width !== start) return onDone(width)
      for (const [index, element] of [table, ...columns].entries()) element.style.cssText = before[index] ?? ''
    },
  })
}

/** Those without a place in the layout, which take whatever room is left. */
function isServing({ dataset }: HTMLElement): boolean {
  return dataset.movable === undefined
}

/** Marks where a column would go while its head is dragged; tells which column it takes the place of. */
export function dragColumn(head: HTMLElement, from: number, onDone: (target: string) => void) {
  const heads = [...(head.parentElement?.querySelectorAll<HTMLElement>('[data-movable]') ?? [])]
  const own = heads.indexOf(head)
  let target = own

  const mark = (to: number) => {
    delete heads[target]?.dataset.drop
    target = to
    const marked = heads[target]
    if (marked && target !== own) marked.dataset.drop = target < own ? 'before' : 'after'
  }
  follow({
    move({ clientX }) {
      if (head.dataset.state !== 'dragging' && Math.abs(clientX - from) < SLACK) return
      head.dataset.state = 'dragging'
      const under = heads.findIndex((each) => {
        const { left, right } = each.getBoundingClientRect()
        return clientX >= left && clientX <= right
      })
      if (under >= 0) mark(under)
    },
    end(done) {
      const to = heads[target]?.dataset.column
      const dragged = head.dataset.state === 'dragging'
      const moved = target !== own
      mark(own)
      delete head.dataset.state
      if (!dragged) return
      swallowClick()
      if (done && moved && to) onDone(to)
    },
  })
}

interface Drag {
  move: (event: PointerEvent) => void
  /** `done` is false when it was broken off. */
  end: (done: boolean) => void
}

function follow({ move, end }: Drag) {
  const listening = new AbortController()
  const options = { signal: listening.signal, capture: true }
  const stop = (done: boolean) => {
    listening.abort()
    end(done)
  }
  window.addEventListener('pointermove', move, options)
  window.addEventListener('pointerup', () => stop(true), options)
  window.addEventListener('pointercancel', () => stop(false), options)
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), options)
}

/** A drag that ends on the button it began on is no press. */
function swallowClick() {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
