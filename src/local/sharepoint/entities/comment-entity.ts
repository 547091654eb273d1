import { Complex, type Entity, type Value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { commentsOn, likesOf, type Comment } from "../store/comments.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";

export function commentEntity(session: Session, list: List, item: Row, comment: Comment): Entity {
  const { database, caller } = session;
  const likes = likesOf(database, likedComment(comment));
  const replies = () =>
    commentsOn(database, text(item, "uid"), comment.id).map((reply) =>
      commentEntity(session, list, item, reply),
    );
  return {
    type: "Microsoft.SharePoint.Comments.comment",
    path: `Web/Lists(guid'${list.id}')/GetItemById(${number(item, "id")})/Comments(${comment.id})`,
    properties: {
      author: person(session, comment.author),
      createdDate: comment.created,
      id: String(comment.id),
      isLikedByUser: likes.some((like) => like.person === caller.id),
      isReply: comment.parent !== 0,
      itemId: number(item, "id"),
      likeCount: likes.length,
      listId: list.id,
      mentions: mentioned(session, comment),
      parentId: String(comment.parent),
      relativePath: null,
      replyCount: commentsOn(database, text(item, "uid"), comment.id).length,
      text: comment.text,
    },
    links: {
      likedBy: () => likedBy(session, likedComment(comment)),
      replies,
    },
  };
}

export const likedComment = ({ id }: Comment) => `comment ${id}`;
export const likedItem = (item: Row) => `item ${text(item, "uid")}`;

/** Everybody who likes something, in the order in which they did. */
export function likedBy(session: Session, what: string): Entity[] {
  return likesOf(session.database, what).flatMap(({ person: id, at }) => {
    const liker = principalById(session.database, id);
    if (!liker) return [];
    return [
      {
        type: "Microsoft.SharePoint.Likes.userEntity",
        path: `Web/GetUserById(${id})`,
        properties: {
          creationDate: at,
          email: liker.email,
          id,
          loginName: liker.login,
          name: liker.title,
        },
      },
    ];
  });
}

export function likesEntity(session: Session, list: List, item: Row): Entity {
  const likers = likedBy(session, likedItem(item));
  return {
    type: "Microsoft.SharePoint.Likes.likedByInformation",
    path: `Web/Lists(guid'${list.id}')/Items(${number(item, "id")})/LikedByInformation`,
    properties: {
      isLikedByUser: likers.some(({ properties }) => properties["id"] === session.caller.id),
      likeCount: String(likers.length),
    },
    links: { likedBy: () => likers },
  };
}

/** Nothing where nobody is mentioned, as SharePoint writes it. */
function mentioned({ database }: Session, { mentions }: Comment): Value {
  const people = mentions.flatMap((id) => principalById(database, id) ?? []);
  if (people.length === 0) return null;
  return people.map(
    ({ id, login, email, title }) =>
      new Complex("Microsoft.SharePoint.Comments.Client.Identity", {
        email,
        id,
        loginName: login,
        name: title,
      }),
  );
}

function person({ database }: Session, id: number): Value {
  const author = principalById(database, id);
  return new Complex("Microsoft.SharePoint.Comments.Client.Identity", {
    directoryObjectId: null,
    email: author?.email ?? "",
    expiration: null,
    id,
    isActive: author !== undefined,
    isExternal: false,
    jobTitle: null,
    loginName: author?.login ?? "",
    name: author?.title ?? "",
    principalType: 1,
    userId: null,
    userPrincipalName: null,
  });
}
