import { index, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { campaignTags } from "./campaign-tags";
import { createdAt } from "./columns";
import { tasks } from "./tasks";
import { users } from "./users";

/** Which task bears which tag of its campaign. At most a few for each task. */
export const taskTags = pgTable(
  "task_tags",
  {
    taskId: uuid()
      .notNull()
      .references(() => tasks.id, { onDelete: "cascade" }),
    tagId: uuid()
      .notNull()
      .references(() => campaignTags.id, { onDelete: "cascade" }),
    /** Who put it there; null for the installation itself. */
    createdBy: uuid().references(() => users.id),
    createdAt: createdAt(),
  },
  (table) => [
    // The tags of a task.
    primaryKey({ columns: [table.taskId, table.tagId] }),
    // The tasks that bear a tag, which the list is narrowed to.
    index("task_tags_tag_idx").on(table.tagId, table.taskId),
  ],
);
