import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/browser/**'], environment: 'node', testTimeout: 30_000 } },
      { test: { name: 'dom', include: ['tests/**/*.test.tsx'], environment: 'jsdom', testTimeout: 30_000 } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 120_000, globalSetup: 'tests/browser/setup.ts' } },
    ],
  },
})
