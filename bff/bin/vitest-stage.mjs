import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStageProcess } from './stage-process.mjs'
import { toolPath } from './tool-path.mjs'

/** Runs vitest with its ordinary output, and counts from its JSON report: `{ passed, failed, output }`. */
export async function runVitest(args, context) {
  const folder = mkdtempSync(join(tmpdir(), 'little-bench-report-'))
  const file = join(folder, 'report.json')
  try {
    const { isOk, output } = await runStageProcess(
      [
        toolPath('vitest', 'vitest'),
        'run',
        ...args,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
      context,
    )
    const { passed, failed, remark } = countTests(readReport(file), isOk)
    return { passed, failed, output: remark ? `${output}\n${remark}` : output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * Counts a vitest JSON report. No report, no tests, a test left out, a file that did not load and a bad exit code
 * without a failed test all count as failed, so that nothing which did not run can look green.
 */
export function countTests(report, isOk) {
  if (!report) return { passed: 0, failed: 1, remark: 'No report was written: the tests did not run.' }
  const passed = report.numPassedTests
  const leftOut = report.numTotalTests - passed - report.numFailedTests
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = report.numFailedTests + leftOut + unloaded
  if (passed + failed === 0) return { passed: 0, failed: 1, remark: 'No test was found.' }
  if (failed === 0 && !isOk) return { passed, failed: 1, remark: 'All tests passed, but the run itself failed.' }
  return { passed, failed, remark: leftOut > 0 ? `${leftOut} tests were left out: they count as failed.` : '' }
}
