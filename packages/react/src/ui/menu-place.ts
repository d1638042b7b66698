/** Pixels between a menu and its button, and between a menu and the edges of the window. */
const GAP = 6
const EDGE = 8

interface Surroundings {
  readonly clientWidth: number
  readonly clientHeight: number
  readonly dir: 'ltr' | 'rtl'
}

/**
 * Where a menu hangs, in pixels from the window's top left corner, and how high it may be: beneath its button, or above it
 * where it does not fit beneath and there is more room above; it ends where the button does, and stays inside the window.
 */
export function placeOf(
  button: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  menu: { readonly width: number; readonly height: number },
  { clientWidth, clientHeight, dir }: Surroundings,
): { x: number; y: number; room: number } {
  const above = button.top - GAP - EDGE
  const below = clientHeight - button.bottom - GAP - EDGE
  const beneath = menu.height <= below || below >= above
  const wished = dir === 'rtl' ? button.left : button.right - menu.width
  return {
    x: Math.max(EDGE, Math.min(wished, clientWidth - EDGE - menu.width)),
    y: beneath ? button.bottom + GAP : button.top - GAP - Math.min(menu.height, above),
    room: beneath ? below : above,
  }
}
