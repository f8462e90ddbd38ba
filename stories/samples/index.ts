export { framework } from './framework.ts'
export { cycle, empty, previous, returned, submission } from './submission.ts'
export { pageHost } from './host.ts'
