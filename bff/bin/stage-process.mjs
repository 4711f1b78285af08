import { spawn } from 'node:child_process'

const LIMIT_SECONDS = 480

/**
 * Runs one stage with this Node and keeps all it prints. Gives `{ isOk, output }` and never throws: a program that
 * cannot start, runs over its time or is ended by `signal` is simply not ok, and the output says why.
 */
export function runStageProcess(args, { cwd, environment, signal }) {
  return new Promise((resolve) => {
    let output = ''
    let remark = ''
    const isWindows = process.platform === 'win32'
    // A group of its own, so that workers and browsers end with it.
    const child = spawn(process.execPath, args, {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !isWindows,
    })
    const end = (why) => {
      remark = why
      if (isWindows) child.kill()
      else killGroup(child.pid)
    }
    const limit = setTimeout(() => end(`Ended: it ran longer than ${LIMIT_SECONDS} s.`), LIMIT_SECONDS * 1000)
    const onAbort = () => end('Ended: the run was stopped.')
    signal.addEventListener('abort', onAbort, { once: true })
    const finish = (isOk, last) => {
      clearTimeout(limit)
      signal.removeEventListener('abort', onAbort)
      resolve({ isOk: isOk && remark === '', output: [output.trimEnd(), remark, last].filter(Boolean).join('\n') })
    }
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.on('error', (error) => finish(false, error.message))
    child.on('close', (code, ended) => finish(code === 0, code === 0 ? '' : `(${ended ?? `exit code ${code}`})`))
  })
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGTERM')
    setTimeout(() => killNow(pid), 5000).unref()
  } catch {
    // It ended meanwhile.
  }
}

function killNow(pid) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended meanwhile.
  }
}
