package vn.motcua.catalogue.feel;

import java.util.ArrayList;
import java.util.List;

import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionParameters;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;

import scala.Product;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** Walks the engine's syntax tree from Java. */
final class FeelTree {

	private FeelTree() {
	}

	/** What stands directly inside an expression. */
	static List<Exp> children(Object node) {
		List<Exp> children = new ArrayList<>();
		if (node instanceof Product product) {
			for (int at = 0; at < product.productArity(); at++) {
				collect(product.productElement(at), children);
			}
		}
		return children;
	}

	private static void collect(Object element, List<Exp> children) {
		switch (element) {
			case Exp expression -> children.add(expression);
			case scala.collection.Iterable<?> several -> list(several).forEach(one -> collect(one, children));
			case Tuple2<?, ?> pair -> {
				collect(pair._1(), children);
				collect(pair._2(), children);
			}
			case FunctionParameters parameters -> children.addAll(arguments(parameters));
			case Product other -> children.addAll(children(other));
			case null, default -> {
			}
		}
	}

	static List<Exp> arguments(FunctionParameters parameters) {
		return switch (parameters) {
			case PositionalFunctionParameters positional -> CollectionConverters.asJava(positional.params());
			case NamedFunctionParameters named -> List.copyOf(CollectionConverters.asJava(named.params()).values());
			default -> List.of();
		};
	}

	static <T> List<T> list(scala.collection.Iterable<T> several) {
		return new ArrayList<>(CollectionConverters.asJavaCollection(several));
	}

}
