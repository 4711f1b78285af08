import { DISH_TAG_TEXT, DISH_TAGS, type DishTag } from '@little-bench/shared/canteen/meals'
import { View } from '@tarojs/components'
import { useText } from '../../platform/i18n/text'
import { a11y } from '../../ui/a11y'
import { Button } from '../../ui/button'
import { TextInput } from '../../ui/text-input'
import { ToggleChips } from '../../ui/toggle-chips'
import styles from '../kitchen.module.scss'
import { menuText } from '../menu.text'
import { type DishRow, wrongIn } from '../menu-draft'

interface MenuRowProps {
  /** Counted from 1. */
  number: number
  row: DishRow
  /** Somebody wanted to save: what is wrong is said. */
  isAsked: boolean
  onChange: (row: DishRow) => void
  onRemove: () => void
}

/** One dish of a menu: its name, price, portions and what has to be known of it. */
export const MenuRow = ({ number, row, isAsked, onChange, onRemove }: MenuRowProps) => {
  const t = useText(menuText)
  const tTag = useText(DISH_TAG_TEXT)
  const wrong = isAsked ? wrongIn(row) : []
  const label = t('dish', { number })
  return (
    <View className={styles.menuRow} {...a11y({ role: 'group', label })}>
      <View className={styles.strong}>{label}</View>
      <TextInput
        label={t('name')}
        value={row.name}
        maxLength={30}
        error={wrong.includes('name') ? t('nameMissing') : undefined}
        onChange={(name) => onChange({ ...row, name })}
      />
      <View className={styles.pair}>
        <View className={styles.short}>
          <TextInput
            label={t('price')}
            value={row.yuan}
            error={wrong.includes('yuan') ? t('priceWrong') : undefined}
            onChange={(yuan) => onChange({ ...row, yuan })}
          />
        </View>
        <View className={styles.short}>
          <TextInput
            label={t('portions')}
            type='number'
            value={row.portions}
            maxLength={4}
            error={wrong.includes('portions') ? t('portionsWrong') : undefined}
            onChange={(portions) => onChange({ ...row, portions })}
          />
        </View>
      </View>
      <ToggleChips<DishTag>
        label={t('tags')}
        choices={DISH_TAGS.map((value) => ({ value, name: tTag(value) }))}
        chosen={row.tags}
        onChange={(tags) => onChange({ ...row, tags })}
      />
      <Button kind='quiet' label={t('removeLabel', { name: row.name })} onPress={onRemove}>
        {t('remove')}
      </Button>
    </View>
  )
}
