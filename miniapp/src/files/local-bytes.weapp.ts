import Taro from '@tarojs/taro'

const pathOf = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}`

/** Moves a file of WeChat's temporary folder to where it stays; rejects where the phone has no room. Gives its size. */
export const keepTemporary = async (id: string, tempFilePath: string): Promise<number> => {
  const files = Taro.getFileSystemManager()
  await new Promise<void>((done, failed) =>
    files.copyFile({
      srcPath: tempFilePath,
      destPath: pathOf(id),
      success: () => done(),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    }),
  )
  return new Promise((found, failed) =>
    files.getFileInfo({
      filePath: pathOf(id),
      success: ({ size }) => found(size),
      fail: ({ errMsg }) => failed(new Error(String(errMsg))),
    }),
  )
}

/** A piece of a kept file; rejects when the phone has cleared it away. */
export const readPiece = (id: string, offset: number, length: number): Promise<ArrayBuffer> =>
  new Promise((found, failed) =>
    Taro.getFileSystemManager().readFile({
      filePath: pathOf(id),
      position: offset,
      length,
      success: ({ data }) => (typeof data === 'string' ? failed(new Error('no bytes')) : found(data)),
      fail: ({ errMsg }) => failed(new Error(errMsg)),
    }),
  )

/** An address at which the page can show or play it. */
export const localAddress = async (id: string): Promise<string> => pathOf(id)

/** A path holds nothing. */
export const releaseAddress = (_address: string): void => undefined

export const forgetBytes = (id: string): Promise<void> =>
  new Promise((done) =>
    Taro.getFileSystemManager().unlink({ filePath: pathOf(id), success: () => done(), fail: () => done() }),
  )
