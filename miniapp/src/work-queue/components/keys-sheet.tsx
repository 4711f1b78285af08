import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Segmented } from '../../ui/segmented'
import { Sheet } from '../../ui/sheet'
import { useDeskSettings } from '../desk-settings'
import { inboxText } from '../inbox.text'
import styles from './keys-sheet.module.scss'

interface KeysSheetProps {
  isOpen: boolean
  onClose: () => void
}

/** Which key does what, and the switch that turns the letters off. */
export const KeysSheet = ({ isOpen, onClose }: KeysSheetProps) => {
  const t = useText(inboxText)
  const { hasLetterKeys, setLetterKeys } = useDeskSettings()
  const rows = [
    [t('keyOr', { one: 'J', other: '↓' }), t('keyNext')],
    [t('keyOr', { one: 'K', other: '↑' }), t('keyPrevious')],
    [t('keyEnter'), t('keyOpen')],
    ['N', t('keyNextUnclaimed')],
    ['A', t('keyTake')],
    ['R', t('keyReply')],
    ['T', t('keyTransfer')],
    ['X', t('keySelect')],
    ['/', t('keySearch')],
    ['F', t('keyFilter')],
    ['?', t('keyHelp')],
    ['Esc', t('keyClose')],
  ] as const
  return (
    <Sheet isOpen={isOpen} title={t('keys')} onClose={onClose}>
      <View className={styles.about}>{t('keysAbout')}</View>
      <View {...a11y({ role: 'list', label: t('keys') })}>
        {rows.map(([key, what]) => (
          <View key={key} className={styles.row} {...a11y({ role: 'listitem' })}>
            <Text className={styles.key}>{key}</Text>
            <Text>{what}</Text>
          </View>
        ))}
      </View>
      <View className={styles.switch}>
        <Text>{t('keysSwitch')}</Text>
        <Segmented
          label={t('keysSwitch')}
          segments={[
            { value: 'on', name: t('keysOn') },
            { value: 'off', name: t('keysOff') },
          ]}
          value={hasLetterKeys ? 'on' : 'off'}
          onChange={(value) => setLetterKeys(value === 'on')}
        />
      </View>
    </Sheet>
  )
}
