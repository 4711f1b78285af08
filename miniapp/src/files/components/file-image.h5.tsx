export interface FileImageProps {
  address: string
  className: string | undefined
  /** Left out where what is around it says what it is. */
  label?: string
  /** `fill` cuts the edges off, `whole` leaves none out. */
  fit: 'fill' | 'whole'
  onFail: () => void
}

/** The browser's own image: Taro's is a custom element without a text for those who do not see it. */
export const FileImage = ({ address, className, label = '', fit, onFail }: FileImageProps) => (
  <img
    src={address}
    alt={label}
    className={className}
    style={{ objectFit: fit === 'fill' ? 'cover' : 'contain' }}
    onError={onFail}
  />
)
