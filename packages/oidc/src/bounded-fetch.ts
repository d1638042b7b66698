/** Answers of providers are small; no metadata, key set or token comes near. Bytes. */
const LARGEST = 1_000_000

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Rejects answers beyond what any provider has to say, before they fill the memory. */
export function boundedFetch(fetch: Fetch = globalThis.fetch): Fetch {
  return async (url, init) => {
    const response = await fetch(url, init)
    if (response.body === null) return response
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > LARGEST) throw new TypeError(`The answer of ${new URL(url).host} is larger than ${LARGEST} bytes.`)
      chunks.push(chunk)
    }
    const { status, statusText, headers } = response
    return new Response(await new Blob(chunks as BlobPart[]).arrayBuffer(), { status, statusText, headers })
  }
}
