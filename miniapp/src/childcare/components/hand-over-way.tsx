import { PICK_UP_WAYS, type PickUpWay } from '@little-bench/shared/childcare/sessions'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { Keypad } from '../../ui/keypad'
import { Segmented } from '../../ui/segmented'
import styles from '../roster.module.scss'
import { rosterText } from '../roster.text'

interface HandOverWayProps {
  way: PickUpWay
  onWay: (way: PickUpWay) => void
  code: string
  onCode: (code: string) => void
  /** Who has come. */
  name: string
  isOnline: boolean
}

const CODE_LENGTH = 6

/** How the centre knows that it is them: the code, because they know each other, or a paper when the phone is dead. */
export const HandOverWay = ({ way, onWay, code, onCode, name, isOnline }: HandOverWayProps) => {
  const t = useText(rosterText)
  return (
    <>
      <View className={styles.line}>
        <Segmented
          label={t('way')}
          segments={PICK_UP_WAYS.map((value) => ({ value, name: t(value) }))}
          value={way}
          onChange={onWay}
        />
      </View>
      {way === 'known' && <View className={styles.line}>{t('knownWords', { name })}</View>}
      {way === 'identity_seen' && <View className={styles.line}>{t('identityWords', { name })}</View>}
      {way === 'code' && !isOnline && <View className={styles.notice}>{t('codeOffline')}</View>}
      {way === 'code' && (
        <View className={styles.line}>
          <View className={styles.line}>{t('codeWords')}</View>
          <Keypad label={t('codeLabel')} value={code} length={CODE_LENGTH} onChange={onCode} />
        </View>
      )}
    </>
  )
}
