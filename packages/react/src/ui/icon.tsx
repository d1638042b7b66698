import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { cx } from './class-names.ts'

const RING = 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0'
const PADLOCK = 'M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z'

/** On a 24 grid, drawn by stroke. */
const PATHS = {
  alert: `${RING}M12 7.5v5M12 16.2h.01`,
  back: 'M19 12H5M11 6l-6 6 6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  clock: `${RING}M12 7v5l3 2`,
  close: 'M6 6l12 12M18 6L6 18',
  cloud: 'M7 18.5a4.5 4.5 0 0 1-.6-8.9 6 6 0 0 1 11.5 1.5 3.8 3.8 0 0 1-.4 7.4z',
  columns: 'M6 5h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM10 5v14M15 5v14',
  confirmed: `${RING}M8.5 12.2l2.4 2.4 4.6-4.8`,
  copy: 'M11 9h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2zM5 15h-.5A1.5 1.5 0 0 1 3 13.5v-9A1.5 1.5 0 0 1 4.5 3h9A1.5 1.5 0 0 1 15 4.5V5',
  dot: 'M10.5 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0',
  dots: 'M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  down: 'M6 9l6 6 6-6',
  download: 'M12 4v11M7 10.5l5 5 5-5M5 20h14',
  external: 'M14 5h5v5M19 5l-8 8M18 14v4a1.5 1.5 0 0 1-1.5 1.5h-10A1.5 1.5 0 0 1 5 18V8a1.5 1.5 0 0 1 1.5-1.5H10',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  'eye-off':
    'M4 4l16 16M9.5 5.4A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.7M6.5 6.7A17 17 0 0 0 2 12s4 7 10 7a9.5 9.5 0 0 0 5-1.4M10 10.2a3 3 0 0 0 4 3.9',
  file: 'M7 3.5h7l4 4V19a1.5 1.5 0 0 1-1.5 1.5h-9.5A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5',
  filter: 'M4 6h16M7 12h10M10 18h4',
  gear: 'M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
  forward: 'M5 12h14M13 6l6 6-6 6',
  info: `${RING}M12 11v5.5M12 7.8h.01`,
  key: 'M4 15a4 4 0 1 0 8 0a4 4 0 1 0-8 0M11 12l8-8M16 7l3 3',
  laptop:
    'M6.5 5h11A1.5 1.5 0 0 1 19 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 5 13.5v-7A1.5 1.5 0 0 1 6.5 5zM3 19h18',
  left: 'M15 6l-6 6 6 6',
  lock: `${PADLOCK}M8 11V8a4 4 0 0 1 8 0v3`,
  mail: 'M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 7l8.5 6 8.5-6',
  minus: 'M6 12h12',
  pencil: 'M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3',
  phone:
    'M8.5 3h7A1.5 1.5 0 0 1 17 4.5v15a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 7 19.5v-15A1.5 1.5 0 0 1 8.5 3zM11 18h2',
  plus: 'M12 5v14M5 12h14',
  question: `${RING}M9.6 9.2a2.5 2.5 0 0 1 4.9.7c0 1.7-2.5 2.1-2.5 3.6M12 17h.01`,
  refresh: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4v5h-5',
  right: 'M9 6l6 6-6 6',
  search: 'M4 11a7 7 0 1 0 14 0a7 7 0 1 0-14 0M20 20l-3.5-3.5',
  shield: 'M12 3l8 3v6c0 5-3.5 8-8 9-4.5-1-8-4-8-9V6z',
  slash: `${RING}M5.6 5.6l12.8 12.8`,
  trash: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
  unlock: `${PADLOCK}M8 11V8a4 4 0 0 1 7.6-1.7`,
  up: 'M6 15l6-6 6 6',
  upload: 'M12 16V5M7 9.5l5-5 5 5M5 20h14',
  user: 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20a7.5 7.5 0 0 1 15 0',
  users:
    'M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14a6.5 6.5 0 0 1 4 5.5',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.3h.01',
} as const

/** These point along the line of reading, so they turn around with it. */
const MIRRORED: readonly string[] = ['back', 'forward', 'left', 'right', 'external']

export type IconName = keyof typeof PATHS

export interface IconProps extends ComponentPropsWithoutRef<'svg'> {
  name: IconName
  size?: 'small' | 'large'
}

/** Always decoration: what it means is said in words beside it or in the control's name. */
export const Icon = forwardRef<SVGSVGElement, IconProps>(function Icon({ name, size, className, ...rest }, ref) {
  return (
    <svg
      ref={ref}
      className={cx('rc-icon', className)}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-size={size}
      data-mirrors={MIRRORED.includes(name) ? 'yes' : undefined}
      {...rest}
    >
      <path d={PATHS[name]} />
    </svg>
  )
})
