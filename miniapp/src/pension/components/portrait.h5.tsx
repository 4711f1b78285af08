export interface PortraitProps {
  address: string
  label: string
  className: string | undefined
}

/** The browser's own image: Taro's is a custom element without a text for those who do not see it. */
export const Portrait = ({ address, label, className }: PortraitProps) => (
  <img src={address} alt={label} className={className} style={{ objectFit: 'cover' }} />
)
