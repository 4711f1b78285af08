import { buildPages } from './build-pages.mjs'
import { buildServer } from './build-server.mjs'
import { createProgress } from './progress.mjs'

// Builds what a machine without the sources' tools needs: bff/dist and miniapp/dist/h5.
const progress = createProgress()
await Promise.all([buildServer(progress), buildPages('h5', progress)])
