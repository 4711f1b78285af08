import { installPackages } from './install.mjs'
import { complaintAboutNode } from './node-version.mjs'
import { createProgress } from './progress.mjs'

// Everything imported above is plain Node: nothing is installed yet on a first run.
const complaint = complaintAboutNode(process.versions.node)
if (complaint) {
  console.log(`${complaint}\n0 passed, 1 failed`)
  process.exit(1)
}
try {
  await installPackages(createProgress())
  const { runStages } = await import('./run-stages.mjs')
  const { failed } = await runStages(process.argv.slice(2))
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  console.log(`\n${error.message}\n0 passed, 1 failed`)
  process.exitCode = 1
}
