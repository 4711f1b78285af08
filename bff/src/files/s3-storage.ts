import { Readable } from 'node:stream'
import { type FileStorage, requireKey } from './storage.ts'

export interface S3Place {
  /** `https://…` of any storage that speaks S3. */
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

/** The client is large, and most installations never need it. */
const load = () => import('@aws-sdk/client-s3')

export interface S3Patience {
  connectMs: number
  /** Until the answer begins; how long it takes from there is up to whoever reads it. */
  answerMs: number
}

/** A finished upload waits for it while it holds its turn and a transaction: a bucket that says nothing is not waited for. */
const PATIENCE: S3Patience = { connectMs: 5_000, answerMs: 30_000 }
/** Once again, for a connection that broke. */
const MAX_ATTEMPTS = 2

/** Objects in a bucket of which nobody else knows the keys. */
export const createS3Storage = (
  { endpoint, bucket, region, accessKey, secretKey }: S3Place,
  { connectMs, answerMs } = PATIENCE,
): FileStorage => {
  const connect = async () => {
    const { S3Client, ...commands } = await load()
    const client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      forcePathStyle: true,
      maxAttempts: MAX_ATTEMPTS,
      // Left out, the last one only makes it complain in the log.
      requestHandler: { connectionTimeout: connectMs, requestTimeout: answerMs, throwOnRequestTimeout: true },
      // Other storages than Amazon's refuse checksums that they do not know.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
    return { client, commands }
  }
  let connection: ReturnType<typeof connect> | undefined
  const connected = () => (connection ??= connect())
  const at = (key: string) => ({ Bucket: bucket, Key: requireKey(key) })

  return {
    async put(key, bytes, mediaType) {
      const { client, commands } = await connected()
      await client.send(new commands.PutObjectCommand({ ...at(key), Body: bytes, ContentType: mediaType }))
    },
    async open(key) {
      const { client, commands } = await connected()
      try {
        const { Body, ContentLength = 0 } = await client.send(new commands.GetObjectCommand(at(key)))
        if (!(Body instanceof Readable)) throw new Error('in Node an object comes as a stream')
        return { length: ContentLength, content: Body }
      } catch (error) {
        if (error instanceof commands.NoSuchKey) return undefined
        throw error
      }
    },
    async delete(key) {
      const { client, commands } = await connected()
      await client.send(new commands.DeleteObjectCommand(at(key)))
    },
  }
}
