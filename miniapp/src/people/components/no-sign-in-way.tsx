import { useText } from '../../platform/i18n/text'
import { Empty } from '../../ui/empty'
import { signInText } from '../sign-in.text'

/** Nobody can sign in on this phone: where they can, or what else there is. */
export const NoSignInWay = ({ isInWechatOnly }: { isInWechatOnly: boolean }) => {
  const t = useText(signInText)
  return (
    <Empty
      icon='phone'
      title={t(isInWechatOnly ? 'onlyInWechat' : 'noWay')}
      next={t(isInWechatOnly ? 'onlyInWechatNext' : 'noWayNext')}
    />
  )
}
