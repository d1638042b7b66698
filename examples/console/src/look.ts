import { useEffect, useState } from 'react'

const THEMES = ['system', 'light', 'dark'] as const
const LANGUAGES = ['en-GB', 'de'] as const

/** How the reader wants it, kept in this browser. */
export interface Look {
  readonly theme: (typeof THEMES)[number]
  readonly language: (typeof LANGUAGES)[number]
}

export function useLook() {
  const [look, setLook] = useState<Look>(() => ({
    theme: THEMES.find((theme) => theme === localStorage.getItem('theme')) ?? 'system',
    language: LANGUAGES.find((language) => language === localStorage.getItem('language')) ?? 'en-GB',
  }))
  useEffect(() => {
    for (const [name, value] of Object.entries(look)) localStorage.setItem(name, value)
    document.documentElement.dataset.theme = look.theme
    document.documentElement.lang = look.language
  }, [look])
  return [look, (change: Partial<Look>) => setLook((before) => ({ ...before, ...change }))] as const
}
