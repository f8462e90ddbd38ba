import { createServer, type Server } from 'node:http'
import { answerOnSocket } from './problem.ts'

/**
 * The HTTP server, not yet listening. Slow headers and idle sockets end within `patience` milliseconds, looked at five times as often;
 * bodies have their own clocks, so that a long upload may take its time while bytes arrive.
 */
export function listener(patience = 5000): Server {
  const server = createServer({ connectionsCheckingInterval: patience / 5, headersTimeout: patience, requestTimeout: 0, keepAliveTimeout: patience })
  server.maxConnections = 10_000
  server.on('clientError', answerOnSocket)
  return server
}
