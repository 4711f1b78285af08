import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useId } from 'react'
import { useText } from '../platform/i18n/text'
import { canPrint, printPage, usePrintedPart } from '../platform/print'
import { a11y } from './a11y'
import { Button } from './button'
import styles from './slip.module.scss'
import { slipText } from './slip.text'

// What is printed cannot be pressed; on a phone a long press copies it.
const selectable = process.env.TARO_ENV === 'weapp' ? { userSelect: true } : {}

interface SlipProps {
  title: string
  /** What kind of paper it is, for whoever hears it; one for a resident unless it is said. */
  label?: string
  /** It is shown only now: to print it is the main thing to do. */
  isShownOnce?: boolean
}

/** A paper to hand over: as it is read here it is printed, and nothing of the page around it. */
export const Slip = ({ title, label, isShownOnce = false, children }: PropsWithChildren<SlipProps>) => {
  const t = useText(slipText)
  const id = useId()
  usePrintedPart(id)
  return (
    <>
      <View id={id} className={styles.slip} {...a11y({ role: 'group', label: label ?? t('slip') })}>
        <View className={styles.title}>{title}</View>
        {children}
      </View>
      <View className={styles.way}>
        {canPrint ? (
          <Button kind={isShownOnce ? 'primary' : 'plain'} icon='list' isWide onPress={printPage}>
            {t('print')}
          </Button>
        ) : (
          t('cannotPrint')
        )}
      </View>
    </>
  )
}

/** One line on the paper. */
export const SlipLine = ({ children }: { children: string }) => (
  <View className={styles.line}>
    <Text {...selectable}>{children}</Text>
  </View>
)

/** What must be read without mistakes: a code or a receipt number, as large as the paper allows. */
export const SlipNumber = ({ name, value }: { name: string; value: string }) => (
  <View>
    <View className={styles.numberName}>{name}</View>
    <View className={styles.number}>
      <Text {...selectable}>{value}</Text>
    </View>
  </View>
)
