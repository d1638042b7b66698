import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/pages' },
  // The server runs on what is installed, as a host's would.
  ssr: { external: true },
})
