import type { QrCodeProps } from './qr-code.h5'

/** WeChat prints nothing, and a phone has no use for a code on its own screen. */
export const QrCode = (_props: QrCodeProps) => null
