import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'

/** The keys that it takes. */
const KEY = 'S3RVER'

/** A storage that speaks S3, in this process and on a port that the system chooses. */
export const startS3 = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'little-bench-s3-'))
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'little-bench', configs: [] }],
  })
  const { port } = await server.run()
  return {
    place: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'little-bench',
      region: 'us-east-1',
      accessKey: KEY,
      secretKey: KEY,
    },
    async stop() {
      await server.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
