#!/usr/bin/env node
/** The command line: yardstick <command> …; see `yardstick --help`. */
import { register } from 'tsx/esm/api'

register()
const { run } = await import('./cli.ts')
// A reader that has seen enough (head, less) closes the pipe: that is no failure.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2))
