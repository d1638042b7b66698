import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { FrontPage } from './front-page.tsx'
import { base } from './route.ts'
import '@rollcall/react/styles.css'
import './host.css'
import './host-parts.css'

const PRODUCTS: Record<string, { title: string; App: React.ComponentType }> = {
  '/app-store': {
    title: 'Northwind App Store',
    App: lazy(async () => ({ default: (await import('./app-store/app.tsx')).App })),
  },
  '/product-hub': {
    title: 'Northwind Compliance Hub',
    App: lazy(async () => ({ default: (await import('./product-hub/app.tsx')).App })),
  },
  '/survey-platform': {
    title: 'Northwind Surveys',
    App: lazy(async () => ({ default: (await import('./survey-platform/app.tsx')).App })),
  },
}

const root = document.getElementById('app')
const { title, App } = PRODUCTS[base] ?? { title: 'Rollcall console', App: FrontPage }
document.title = title
document.documentElement.dataset.product = base.slice(1)
if (root)
  createRoot(root).render(
    <StrictMode>
      <Suspense>
        <App />
      </Suspense>
    </StrictMode>,
  )
