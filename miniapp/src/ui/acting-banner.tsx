import { Text, View } from '@tarojs/components'
import { useLayoutEffect } from 'react'
import { stopActing } from '../platform/acting'
import { useText } from '../platform/i18n/text'
import { useSession } from '../platform/session'
import { a11y } from './a11y'
import styles from './acting-banner.module.scss'
import { Button } from './button'
import { classNames } from './class-names'
import { Icon } from './icon'
import { showToast } from './toast'
import { uiText } from './ui.text'

interface ActingBannerProps {
  /** The page says itself whose business it is; only that the right has ended is said here. */
  isSaidBelow?: boolean
}

/** 「正在为阿妈办理」 on every page while acting for somebody, with one tap to stop; says so when the right has ended. */
export const ActingBanner = ({ isSaidBelow = false }: ActingBannerProps) => {
  const t = useText(uiText)
  const actingFor = useSession((session) => session.actingFor)
  const hasLostRight = useSession((session) => session.hasLostRight)
  if (!actingFor || (isSaidBelow && !hasLostRight)) return null
  const { name } = actingFor
  return (
    <View
      className={classNames(styles.banner, hasLostRight && styles.lost)}
      {...a11y({ role: 'status', live: 'polite' })}
    >
      <View className={styles.words}>
        <Icon name={hasLostRight ? 'alert' : 'person'} className={styles.icon} />
        <Text>{t(hasLostRight ? 'rightLost' : 'actingFor', { name })}</Text>
      </View>
      <Button label={t('stopActingLabel', { name })} onPress={stopActing}>
        {t('stopActing')}
      </Button>
    </View>
  )
}

/** A page on which nobody acts for somebody else. Before anything is asked for: the layout comes before other effects. */
export const useOwnBusiness = (isOwn: boolean): void => {
  const t = useText(uiText)
  useLayoutEffect(() => {
    const { actingFor, actFor } = useSession.getState()
    if (!isOwn || !actingFor) return
    actFor(null)
    showToast(t('stoppedAtDesk', { name: actingFor.name }))
  }, [isOwn, t])
}
