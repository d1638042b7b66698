import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { toNodeHandler } from '@rollcall/http/node'
import { appStore } from './app-store/app-store.ts'
import { Complaint } from './complaint.ts'
import { prepare } from './data-folder.ts'
import { type OpenProduct, openProduct } from './open-product.ts'
import { pages } from './pages.ts'
import { productHub } from './product-hub/product-hub.ts'
import type { Settings } from './settings.ts'
import { surveyPlatform } from './survey-platform/survey-platform.ts'

const PRODUCTS = [appStore, productHub, surveyPlatform]

/** A running console. */
export interface Console {
  readonly url: string
  readonly products: readonly OpenProduct[]
  /** Answers what is under way, finishes the workers' rounds, closes the databases. */
  stop(): Promise<void>
}

/** Starts everything, seeding new folders first. Throws a `Complaint` or `StorageError` that says what to do. */
export async function startConsole(settings: Settings, assets: string, say: (line: string) => void): Promise<Console> {
  // The port first: whoever has it may be this demo, with the same folder open.
  const server = createServer()
  const url = await listen(server, settings.port)
  const undo: (() => unknown)[] = [() => close(server)]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const products: OpenProduct[] = []
    for (const product of PRODUCTS) {
      const data = prepare(join(settings.folder, product.id), settings.reset)
      products.push(await openProduct(product, data, url, say, undo))
    }
    server.on('request', toNodeHandler(pages(products, assets)))
    return { url, products, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Loopback only: mails and text messages are open to whoever can call, and the passwords are printed. */
async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error)
    const why = code === 'EADDRINUSE' ? 'is in use; the demo may be running already' : `cannot be used (${code})`
    throw new Complaint(`Port ${port} ${why}. Another one: npm run demo -- --port ${port < 65_535 ? port + 1 : 4700}`)
  }
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
