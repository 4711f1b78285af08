import { spawn } from 'node:child_process'

/**
 * Runs one short program to its end and gives what it printed.
 * Throws an Error with the last lines of its output when it cannot start or exits with another code than 0.
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const collect = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    // 'exit' and not 'close': a program that starts a background server would otherwise hold us through its pipes.
    child.on('exit', (code, signal) => {
      if (code === 0) return resolve(output)
      const lastLines = output.trim().split('\n').slice(-12).join('\n')
      reject(new Error(`${command} ${signal ?? `exited with ${code}`}\n${lastLines}`))
    })
  })
}
