import { Text, View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { showToast } from '../../ui/toast'
import styles from '../issue.module.scss'
import { issueText } from '../issue.text'
import { type FoundPiece, mask } from '../mask'

interface PersonalPiecesProps {
  title: string
  pieces: readonly FoundPiece[]
  words: string
  onMask: (words: string) => void
  /** Lets it stand as it is; left out where nobody needs to say so. */
  onLeave?: () => void
}

const KEY_OF_KIND = { phone: 'foundPhone', id_number: 'foundIdNumber', name: 'foundName' } as const

/** What in somebody's words tells who somebody is, each with one tap to cover it. */
export const PersonalPieces = ({ title, pieces, words, onMask, onLeave }: PersonalPiecesProps) => {
  const t = useText(issueText)
  if (pieces.length === 0) return null
  const cover = (covered: readonly FoundPiece[]) => {
    onMask(covered.reduce(mask, words))
    showToast(t('masked'))
  }
  return (
    <View {...a11y({ role: 'alert' })}>
      <Card tint='amber'>
        <View className={styles.strong}>{title}</View>
        {pieces.map((piece) => {
          const said = t(KEY_OF_KIND[piece.kind], { text: piece.text })
          return (
            <View key={piece.text} className={styles.head}>
              <Text className={styles.piece}>{said}</Text>
              <Button icon='edit' label={t('maskLabel', { text: said })} onPress={() => cover([piece])}>
                {t('mask')}
              </Button>
            </View>
          )
        })}
        <View className={styles.row}>
          {pieces.length > 1 && <Button onPress={() => cover(pieces)}>{t('maskAll')}</Button>}
          {onLeave && (
            <Button kind='quiet' onPress={onLeave}>
              {t('leaveAsItIs')}
            </Button>
          )}
        </View>
      </Card>
    </View>
  )
}
