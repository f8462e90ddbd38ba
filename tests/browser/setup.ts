import { launch } from '../chromium.ts'
import { startServer } from './server.ts'

/** What two test files must not do at once: unpack the browser and its font, build the site. */
export async function setup(): Promise<void> {
  const browser = await launch()
  await browser.close()
  const server = await startServer()
  await server.stop()
}
