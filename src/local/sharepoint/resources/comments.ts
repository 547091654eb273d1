import { z } from "zod";
import {
  commentEntity,
  likedBy,
  likedComment,
  likedItem,
  likesEntity,
} from "../entities/comment-entity.ts";
import { accessDenied, itemMissing, principalMissing, refused } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { fillRatingColumns } from "../items/rating-columns.ts";
import { hasArguments, numberArgument, type Segment } from "../odata/address.ts";
import { done, type Answer, type Entity } from "../odata/entity.ts";
import { ensureUser } from "../permissions/ensure-user.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import type { Session } from "../session.ts";
import {
  commentById,
  commentsOn,
  deleteComment,
  insertComment,
  isClosed,
  setClosed,
  setLike,
  type Comment,
} from "../store/comments.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { entityResource, type Resource } from "./resource.ts";

const longestComment = 2000;
const newComment = z.looseObject({
  text: z.string().trim().min(1),
  mentions: z
    .array(z.looseObject({ loginName: z.string() }))
    .max(50)
    .nullish(),
});

/** What people said about an item; answers to what they said stand below that. */
export function commentsResource(
  session: Session,
  list: List,
  row: Row,
  segment: Segment,
  parent = 0,
): Resource {
  const one = (step: Segment) => commentResource(session, list, row, numberArgument(step));
  if (hasArguments(segment)) return one(segment);
  return {
    get: () => collection(commentsOn(session.database, text(row, "uid"), parent), entity),
    post: (request) => add(session, list, row, parent, request),
    steps: {
      getbyid: one,
      deleteall: () => ({
        post: () => {
          session.access.require(list.scope, right.manageLists);
          for (const { id } of commentsOn(session.database, text(row, "uid"), parent))
            deleteComment(session.database, id);
          return done;
        },
      }),
    },
  };

  function entity(comment: Comment): Entity {
    return commentEntity(session, list, row, comment);
  }
}

function collection(comments: readonly Comment[], entity: (comment: Comment) => Entity): Answer {
  return {
    kind: "collection",
    set: "Microsoft.SharePoint.Comments.comments",
    entities: comments.map(entity),
  };
}

function commentResource(session: Session, list: List, row: Row, id: number): Resource {
  const comment = commentById(session.database, text(row, "uid"), id);
  if (!comment) throw itemMissing();
  return entityResource(() => commentEntity(session, list, row, comment), {
    delete: () => {
      if (
        comment.author !== session.caller.id &&
        !session.access.can(list.scope, right.manageLists)
      )
        throw accessDenied();
      deleteComment(session.database, id);
      return done;
    },
    steps: {
      like: () => liking(() => like(session, likedComment(comment), true)),
      unlike: () => liking(() => like(session, likedComment(comment), false)),
      replies: (step) => commentsResource(session, list, row, step, id),
    },
  });
}

function add(session: Session, list: List, row: Row, parent: number, request: ApiRequest): Answer {
  session.access.require(number(row, "scope"), right.editListItems);
  const { text: said, mentions } = parseBody(newComment, request);
  if (isClosed(session.database, text(row, "uid")) || list.settings.disableCommenting)
    throw refused("Comments are turned off here.");
  if (said.length > longestComment)
    throw refused(`A comment can have no more than ${longestComment} characters.`);
  if (parent !== 0 && commentById(session.database, text(row, "uid"), parent)?.parent !== 0)
    throw refused("A reply cannot be replied to.");
  const id = insertComment(
    session.database,
    { list: list.number, item: text(row, "uid"), parent },
    {
      author: personId(session),
      text: said,
      created: session.instant,
      mentions: (mentions ?? []).map(({ loginName }) => mentioned(session, loginName)),
    },
  );
  const comment = commentById(session.database, text(row, "uid"), id);
  if (!comment) throw itemMissing();
  return { kind: "entity", entity: commentEntity(session, list, row, comment), status: 201 };
}

function mentioned(session: Session, login: string): number {
  const person = ensureUser(session, login);
  if (!person) throw principalMissing(`The specified user ${login}`);
  return person.id;
}

/** `likedBy`, `likedByInformation`, and the old way to like. */
export function likeSteps(session: Session, list: List, row: Row): NonNullable<Resource["steps"]> {
  const answer = (): Answer => ({
    kind: "collection",
    set: "Microsoft.SharePoint.Likes.userEntities",
    entities: likedBy(session, likedItem(row)),
  });
  return {
    likedby: () => ({ get: answer, post: answer }),
    likedbyinformation: () => entityResource(() => likesEntity(session, list, row)),
    like: () => liking(() => likeItem(session, list, row, true)),
    unlike: () => liking(() => likeItem(session, list, row, false)),
  };
}

/** `SetCommentsDisabled`, by whoever may change the item. */
export function closingSteps(
  session: Session,
  list: List,
  row: Row,
): NonNullable<Resource["steps"]> {
  return {
    setcommentsdisabled: () => ({
      post: (request) => {
        requireWrite(session, list, row, right.editListItems);
        const { value: closed } = parseBody(z.object({ value: z.boolean() }), request);
        setClosed(session.database, text(row, "uid"), closed);
        return { kind: "null", name: "SetCommentsDisabled" };
      },
    }),
  };
}

function liking(work: () => void): Resource {
  return {
    post: () => {
      work();
      return done;
    },
  };
}

/** Likes an item, or takes that back; its columns for likes follow. */
export function likeItem(session: Session, list: List, row: Row, likes: boolean): void {
  like(session, likedItem(row), likes);
  fillRatingColumns(session, list, row);
}

function like(session: Session, what: string, likes: boolean): void {
  setLike(session.database, what, { person: personId(session), at: session.instant }, likes);
}

/** Whoever speaks or likes is written down, even if they came by a group that has no list of people. */
export function personId(session: Session): number {
  const person = ensureUser(session, session.caller.login) ?? session.caller;
  if (person.id === 0) throw accessDenied();
  return person.id;
}
