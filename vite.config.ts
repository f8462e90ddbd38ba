import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { apiVersion } from './server/apiVersion.ts'

/** The site. `__NONCE__` is replaced by the server in every page it sends; the version of the interface is that of the sources it is built from. */
export default defineConfig({
  root: fileURLToPath(new URL('server/web', import.meta.url)),
  plugins: [react()],
  define: { 'import.meta.env.VITE_API_VERSION': JSON.stringify(apiVersion) },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)\//, priority: 20 },
            { name: 'codemirror', test: /node_modules\/(@codemirror|@lezer|codemirror)\//, priority: 20 },
            { name: 'rjsf', test: /node_modules\/(@rjsf|@cfworker)\//, priority: 20 },
            { name: 'hucre', test: /node_modules\/hucre\//, priority: 20 },
          ],
        },
      },
    },
  },
})
