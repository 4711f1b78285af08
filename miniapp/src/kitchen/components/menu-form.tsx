import { View } from '@tarojs/components'
import { useState } from 'react'
import { useDraft } from '../../platform/drafts'
import { useText } from '../../platform/i18n/text'
import { toTop } from '../../platform/to-top'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { ErrorNotice } from '../../ui/error-notice'
import { showToast } from '../../ui/toast'
import { type KitchenSheet, type KitchenSitting, useLastWeek, useSaveMenu } from '../kitchen.api'
import styles from '../kitchen.module.scss'
import { menuText } from '../menu.text'
import { copiedRows, type DishRow, menuOf, newRow, rowsFrom, rowsOf } from '../menu-draft'
import { MenuRow } from './menu-row'

interface MenuFormProps {
  communityId: string
  sitting: KitchenSitting
  sheet: KitchenSheet
}

const EMPTY = { rows: '' }

/** The menu of one sitting; what is typed stays on the phone until it is saved. */
export const MenuForm = ({ communityId, sitting, sheet }: MenuFormProps) => {
  const t = useText(menuText)
  const { canteenId, on } = sitting
  const draft = useDraft(`menu.${canteenId}.${on}.${sitting.sitting}`, EMPTY)
  const typed = rowsFrom(draft.fields.rows)
  const rows = typed ?? rowsOf(sitting, sheet)
  const [isAsked, setAsked] = useState(false)
  const saving = useSaveMenu({ communityId, canteenId, on, sitting: sitting.sitting })
  const lastWeek = useLastWeek({ communityId }, sitting)
  const write = (changed: DishRow[]) => draft.change({ rows: JSON.stringify(changed) })
  const save = () => {
    setAsked(true)
    const menu = menuOf(rows)
    if (!menu) return
    saving.mutate(menu, {
      onSuccess: () => {
        draft.clear()
        setAsked(false)
        showToast(t('saved'))
        toTop()
      },
    })
  }
  const copy = () =>
    lastWeek.mutate(undefined, {
      onSuccess: (before) => {
        if (before) write(copiedRows(before.sitting, before.sheet))
        showToast(t(before ? 'copied' : 'nothingToCopy'))
      },
    })
  const error = saving.error ?? lastWeek.error
  return (
    <>
      {typed && (
        <Card tint='amber'>
          <View className={styles.head}>
            <View>{t(draft.wasRestored ? 'restored' : 'unsaved')}</View>
            <Button kind='quiet' onPress={draft.clear}>
              {t('afresh')}
            </Button>
          </View>
        </Card>
      )}
      <Button icon='undo' isBusy={lastWeek.isPending} onPress={copy}>
        {t('copy')}
      </Button>
      {rows.map((row, index) => (
        <MenuRow
          key={row.id ?? `new-${index}`}
          number={index + 1}
          row={row}
          isAsked={isAsked}
          onChange={(changed) => write(rows.map((each, at) => (at === index ? changed : each)))}
          onRemove={() => write(rows.filter((_each, at) => at !== index))}
        />
      ))}
      {error !== null && <ErrorNotice error={error} />}
      <View className={styles.ways}>
        <Button isWide icon='plus' onPress={() => write([...rows, newRow()])}>
          {t('add')}
        </Button>
        <Button kind='primary' isWide icon='check' isBusy={saving.isPending} onPress={save}>
          {t('save')}
        </Button>
      </View>
    </>
  )
}
