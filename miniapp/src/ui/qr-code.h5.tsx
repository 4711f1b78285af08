import { View } from '@tarojs/components'
import makeCode from 'qrcode-generator'
import styles from './qr-code.module.scss'

/** Modules left white around the code: scanners want four (ISO/IEC 18004). */
const QUIET = 4

export interface QrCodeProps {
  /** What the camera of a phone reads in it. */
  content: string
  /** What it is for, for whoever hears the page. */
  label: string
}

/** A code for a camera, drawn here: nobody else learns what is in it. */
export const QrCode = ({ content, label }: QrCodeProps) => (
  <View className={styles.place}>
    <img className={styles.code} src={pictureOf(content)} alt={label} />
  </View>
)

/** Paths alone: they are sharp at every size, where a coloured background would not be printed at all. */
const pictureOf = (content: string): string => {
  const code = makeCode(0, 'M')
  code.addData(content)
  code.make()
  const count = code.getModuleCount()
  const side = count + 2 * QUIET
  const places = Array.from({ length: count * count }, (_, index) => ({
    row: Math.floor(index / count),
    column: index % count,
  }))
  const dark = places
    .filter(({ row, column }) => code.isDark(row, column))
    .map(({ row, column }) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`)
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${dark}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
