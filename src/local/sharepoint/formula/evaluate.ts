import { FormulaError } from "./formula-error.ts";
import { toFlag, toNumber, toText, type FormulaValue } from "./formula-value.ts";
import { functions } from "./functions.ts";
import type { BinaryOperator, Formula } from "./parse-formula.ts";

export interface FormulaScene {
  readonly read: (field: string) => FormulaValue;
  readonly now: string;
}

/** Works out a formula. Throws FormulaError (`#VALUE!`, `#DIV/0!`) where the values do not allow it. */
export function evaluate(formula: Formula, scene: FormulaScene): FormulaValue {
  switch (formula.kind) {
    case "value":
      return formula.value;
    case "field":
      return scene.read(formula.name);
    case "negative":
      return -toNumber(evaluate(formula.inner, scene));
    case "binary":
      return combine(
        formula.operator,
        evaluate(formula.left, scene),
        evaluate(formula.right, scene),
      );
    case "call":
    default:
      return callFunction(formula.name, formula.operands, scene);
  }
}

/** The names of everything that a formula refers to. */
export function namesIn(formula: Formula): { fields: string[]; functions: string[] } {
  const inner = partsOf(formula).map(namesIn);
  return {
    fields: [
      ...(formula.kind === "field" ? [formula.name] : []),
      ...inner.flatMap(({ fields }) => fields),
    ],
    functions: [
      ...(formula.kind === "call" ? [formula.name] : []),
      ...inner.flatMap((names) => names.functions),
    ],
  };
}

function partsOf(formula: Formula): readonly Formula[] {
  if (formula.kind === "negative") return [formula.inner];
  if (formula.kind === "binary") return [formula.left, formula.right];
  return formula.kind === "call" ? formula.operands : [];
}

function callFunction(
  name: string,
  operands: readonly Formula[],
  scene: FormulaScene,
): FormulaValue {
  if (name === "IF") {
    const [condition, yes, no] = operands;
    const chosen = condition && toFlag(evaluate(condition, scene)) ? yes : no;
    return chosen ? evaluate(chosen, scene) : false;
  }
  const work = functions[name];
  if (!work) throw new FormulaError();
  return work(
    operands.map((operand) => evaluate(operand, scene)),
    scene.now,
  );
}

const arithmetic: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  "+": (first, second) => first + second,
  "-": (first, second) => first - second,
  "*": (first, second) => first * second,
  "^": (first, second) => first ** second,
  "/": (first, second) => {
    if (second === 0) throw new FormulaError("#DIV/0!");
    return first / second;
  },
};

const orders: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

function combine(operator: BinaryOperator, left: FormulaValue, right: FormulaValue): FormulaValue {
  if (operator === "&") return toText(left) + toText(right);
  const calculate = arithmetic[operator];
  if (calculate) return calculate(toNumber(left), toNumber(right));
  return orders[operator]?.(compare(left, right)) ?? false;
}

/** Numbers as numbers, everything else as text without regard to case; nothing equals 0 and "". */
function compare(left: FormulaValue, right: FormulaValue): number {
  const isNumeric = [left, right].every((value) => typeof value !== "string");
  if (isNumeric) return toNumber(left) - toNumber(right);
  const [first, second] = [toText(left).toLowerCase(), toText(right).toLowerCase()];
  return first === second ? 0 : first < second ? -1 : 1;
}
