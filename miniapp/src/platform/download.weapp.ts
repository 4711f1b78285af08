import type { Endpoint } from '@little-bench/shared/kernel/endpoint'
import Taro from '@tarojs/taro'
import { CallError } from './call-error'
import type { Download } from './download.h5'
import { addressOf, callerOf, callHeaders, isSuccess, refusalOf } from './request'

/** WeChat opens documents, and keeps no other file where somebody finds it again. */
export const canKeep = (fileName: string): boolean => typeOf(fileName) !== undefined

/** Fetches a file as the signed-in person and opens it in WeChat, from where it can be sent on; rejects with CallError. */
export const downloadFile = async (
  endpoint: Endpoint,
  { params, query, fileName, onProgress, options = {} }: Download,
): Promise<void> => {
  const caller = callerOf(options)
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  const task = Taro.downloadFile({
    url: addressOf(endpoint, { params, query }),
    header: callHeaders(options),
    filePath,
  })
  task.onProgressUpdate(({ totalBytesWritten }) => onProgress(totalBytesWritten))
  const { statusCode } = await task.catch(() => {
    throw new CallError('network_unreachable', 0)
  })
  if (!isSuccess(statusCode)) throw refusalOf(statusCode, readAnswer(filePath), caller)
  const fileType = typeOf(fileName)
  await Taro.openDocument({ filePath, showMenu: true, ...(fileType && { fileType }) })
}

const DOCUMENTS = ['xlsx', 'pdf', 'docx'] as const

const typeOf = (fileName: string): (typeof DOCUMENTS)[number] | undefined =>
  DOCUMENTS.find((type) => fileName.endsWith(`.${type}`))

/** Asked for utf8, it is a text; the types also allow for bytes. */
const textOf = (content: string | ArrayBuffer): string => (typeof content === 'string' ? content : '')

/** A refusal comes as the file itself. */
const readAnswer = (filePath: string): unknown => {
  try {
    return JSON.parse(textOf(Taro.getFileSystemManager().readFileSync(filePath, 'utf8')))
  } catch {
    return undefined
  }
}
