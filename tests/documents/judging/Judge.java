// Asks veraPDF's engine, line by line: "PROFILE<tab>FILE" on standard input is answered by "checks N", then one line
// "failed CLAUSE-TEST<tab>MESSAGE" for every rule that failed, or "broken<tab>WHY", and at last a line "done".
// Started from this source, which a Java runtime of Debian and its kin can do without a compiler of its own.
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

public class Judge {
    private static final PrintStream OUT = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private static final int EVERY_FAILURE = 1_000_000;
    private final Map<String, ValidationProfile> profiles = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        Judge judge = new Judge();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String[] words = line.split("\t", 2);
            try {
                judge.judge(words[0], words[1]);
            } catch (Exception | StackOverflowError failure) {
                OUT.println("broken\t" + oneLine(String.valueOf(failure)));
            }
            OUT.println("done");
            OUT.flush();
        }
    }

    private void judge(String name, String path) throws Exception {
        boolean accessible = name.startsWith("ua");
        String flavour = accessible ? "PDFUA_" + name.substring(2) : "PDFA_" + name.charAt(0) + "_" + name.substring(1).toUpperCase();
        PDFAFlavour wanted = PDFAFlavour.valueOf(flavour);
        String resource = accessible ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        if (!profiles.containsKey(name)) {
            profiles.put(name, profile(resource, wanted));
        }
        try (InputStream file = new FileInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(file, wanted)) {
            ValidationResult result = ValidatorFactory
                .createValidator(profiles.get(name), EVERY_FAILURE, false, false, false).validate(parser);
            Map<String, String> failed = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    String where = assertion.getMessage() + " @ " + assertion.getLocation().getContext();
                    failed.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), where);
                }
            }
            OUT.println("checks " + result.getTotalAssertions());
            failed.forEach((rule, words) -> OUT.println("failed " + rule + "\t" + oneLine(words)));
        }
    }

    // The jar has no binding of XML to objects, which veraPDF's own reader of profiles needs.
    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        InputStream resource = Judge.class.getClassLoader().getResourceAsStream("org/verapdf/pdfa/validation/" + name + ".xml");
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(resource).getDocumentElement();
        Set<Rule> rules = new HashSet<>();
        for (Element rule : children(first(root, "rules"), "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : children(first(root, "variables"), "variable")) {
            variables.add(Profiles.variableFromValues(
                one.getAttribute("name"), one.getAttribute("object"), text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
            flavour, Profiles.profileDetailsFromValues(name, name, "", new Date(0)), "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = first(rule, "id");
        Element error = first(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : children(first(error, "arguments"), "argument")) {
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent().trim(), null, null));
        }
        RuleId number = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
            number, rule.getAttribute("object"), deferred, rule.getAttribute("tags"), text(rule, "description"),
            text(rule, "test"), Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node one = parent == null ? null : parent.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one.getNodeName().equals(name)) {
                found.add((Element) one);
            }
        }
        return found;
    }

    private static Element first(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = first(parent, name);
        return found == null ? "" : found.getTextContent().trim();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }
}
