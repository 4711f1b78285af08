import { createServer } from 'node:net'

const DEFAULT_PORT = 8787

/** The port to listen on, from PORT. Throws an Error with a message for a person when it is not a port number. */
export function wantedPort(environment) {
  const port = Number(environment.PORT || DEFAULT_PORT)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Error(`PORT must be a number from 1 to 65535, not "${environment.PORT}".`)
}

/** Throws an Error with a message for a person when somebody else listens on the port. */
export async function requireFreePort(port) {
  const failure = await new Promise((resolve) => {
    const probe = createServer()
    probe.on('error', resolve)
    probe.listen(port, () => probe.close(() => resolve(undefined)))
  })
  if (failure?.code === 'EADDRINUSE') {
    throw new Error(`Port ${port} is used by another program. Choose another one: PORT=${port + 1} npm start`)
  }
  if (failure) throw new Error(`Port ${port} cannot be used: ${failure.message}`)
}
