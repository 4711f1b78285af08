import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from './a11y'
import styles from './data-table.module.scss'

export interface DataRow {
  key: string
  /** What this row is about. */
  head: ReactNode
  cells: readonly ReactNode[]
}

interface DataTableProps {
  /** What the table shows, for whoever hears it. */
  label: string
  /** The first column is that of the row heads. */
  columns: readonly string[]
  rows: readonly DataRow[]
}

/** Rows and columns with their names. Words wrap anywhere rather than leave the screen: nothing is swiped for. */
export const DataTable = ({ label, columns, rows }: DataTableProps) => (
  <View className={styles.table} {...a11y({ role: 'table', label })}>
    <View className={styles.row} {...a11y({ role: 'row' })}>
      {columns.map((column) => (
        <View key={column} className={styles.columnHead} {...a11y({ role: 'columnheader' })}>
          {column}
        </View>
      ))}
    </View>
    {rows.map(({ key, head, cells }) => (
      <View key={key} className={styles.row} {...a11y({ role: 'row' })}>
        <View className={styles.rowHead} {...a11y({ role: 'rowheader' })}>
          {head}
        </View>
        {cells.map((cell, index) => (
          <View key={columns[index + 1] ?? index} className={styles.cell} {...a11y({ role: 'cell' })}>
            {cell}
          </View>
        ))}
      </View>
    ))}
  </View>
)
