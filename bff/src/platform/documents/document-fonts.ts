import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const fileOf = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier))

let fonts: Promise<{ han: Buffer; tibetan: Buffer }> | undefined

/** The two fonts of a document (SIL Open Font License 1.1), read once. */
export const documentFonts = (): Promise<{ han: Buffer; tibetan: Buffer }> => {
  fonts ??= readFonts()
  return fonts
}

const readFonts = async () => ({
  han: await readFile(fileOf('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')),
  tibetan: await readFile(fileOf('@expo-google-fonts/noto-serif-tibetan/400Regular/NotoSerifTibetan_400Regular.ttf')),
})
